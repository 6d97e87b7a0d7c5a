package nl.inzage.launcher.demo.letter;

import java.time.LocalDate;
import java.util.List;

/**
 * What is printed on a letter.
 *
 * @param text its lines: one is a paragraph, one that starts with # a heading, an empty one nothing
 */
public record LetterSheet(
        String house,
        List<String> houseAddress,
        List<String> recipient,
        String title,
        String placeAndDate,
        String subject,
        List<String> text,
        String signature,
        LocalDate written) {}
