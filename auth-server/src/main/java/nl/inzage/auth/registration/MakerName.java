package nl.inzage.auth.registration;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.inzage.policy.book.PolicyBook;
import org.springframework.stereotype.Component;

/** Who an app may say that made it: patients read it with the question for consent, and nobody looked at it yet. */
@Component
public class MakerName {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 .,'&()+-]{1,79}");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[ .,'&()+-]+");

    private final PolicyBook policies;

    MakerName(PolicyBook policies) {
        this.policies = policies;
    }

    /** Whether a text can be a maker: 2 to 80 letters, digits and few signs. */
    public static boolean fits(String maker) {
        return FORM.matcher(LatinLetters.plain(maker)).matches();
    }

    /** Whether one that fits has the name of a hospital in it, or ours, or what looks like it. */
    public boolean isTaken(String maker) {
        if (!fits(maker)) {
            return false;
        }
        if (AppName.key(maker).contains(AppName.OWN)) {
            return true;
        }
        List<String> hospitals = policies.hospitals().stream()
                .map(hospital -> AppName.key(policies.require(hospital).name()))
                .toList();
        return runs(BETWEEN_WORDS.splitAsStream(maker).toList())
                .map(AppName::key)
                .anyMatch(hospitals::contains);
    }

    /** Words that follow each other: a short name of a hospital may well be a part of somebody's word. */
    private static Stream<String> runs(List<String> words) {
        return IntStream.range(0, words.size()).boxed().flatMap(from -> IntStream.rangeClosed(from + 1, words.size())
                .mapToObj(to -> String.join("", words.subList(from, to))));
    }
}
