package nl.inzage.policy.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.inzage.policy.book.HospitalPolicy;
import nl.inzage.policy.book.PolicyBook;
import nl.inzage.policy.book.PolicyBookReader;
import nl.inzage.policy.identity.HospitalId;
import nl.inzage.policy.ruling.Ruling;

/** One row of a decision table: what is given, and what must follow. */
public record Row(List<String> header, List<String> cells) {

    private static final ZoneId NETHERLANDS = ZoneId.of("Europe/Amsterdam");
    private static final PolicyBook BOOK = new PolicyBookReader().readBuiltIn();

    public Row {
        assertThat(cells).as("cells of a row under %s", header).hasSameSizeAs(header);
    }

    public String text(String column) {
        int place = header.indexOf(column);
        assertThat(place).as("column %s", column).isNotNegative();
        return cells.get(place);
    }

    public Optional<String> given(String column) {
        return Optional.of(text(column)).filter(text -> !text.equals("-"));
    }

    public boolean yes(String column) {
        assertThat(text(column)).isIn("yes", "no");
        return text(column).equals("yes");
    }

    public HospitalPolicy policy() {
        return BOOK.require(new HospitalId(text("hospital")));
    }

    public Instant moment(String column) {
        return momentOf(text(column));
    }

    public Optional<Instant> momentIfGiven(String column) {
        return given(column).map(Row::momentOf);
    }

    public Optional<LocalDate> dayIfGiven(String column) {
        return given(column).map(LocalDate::parse);
    }

    /** Midnight at the begin of a day, in the Netherlands. */
    public Optional<Instant> midnightIfGiven(String column) {
        return dayIfGiven(column).map(day -> day.atStartOfDay(NETHERLANDS).toInstant());
    }

    public <E extends Enum<E>> E constant(String column, Class<E> type) {
        return constantOf(text(column), type);
    }

    public <E extends Enum<E>> Set<E> constants(String column, Class<E> type) {
        return given(column).stream()
                .flatMap(text -> Arrays.stream(text.split(", ", -1)))
                .map(word -> constantOf(word, type))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Fails when an answer differs from the row's own. */
    public void expect(Map<String, String> answers) {
        Map<String, String> own = new LinkedHashMap<>();
        answers.keySet().forEach(column -> own.put(column, text(column)));
        assertThat(answers).isEqualTo(own);
    }

    /** A ruling under two columns. */
    public void expect(String mayColumn, String becauseColumn, Ruling<? extends Enum<?>> ruling) {
        expect(Map.of(mayColumn, yesOrNo(ruling.isAllowed()), becauseColumn, words(ruling.reason())));
    }

    /** A Dutch date and time, "never" when there is none. */
    public String written(Optional<Instant> moment) {
        return moment.map(Row::written).orElse("never");
    }

    public static String written(Instant moment) {
        String local = moment.atZone(NETHERLANDS).toLocalDateTime().toString().replace('T', ' ');
        boolean comesTwice = NETHERLANDS
                        .getRules()
                        .getValidOffsets(moment.atZone(NETHERLANDS).toLocalDateTime())
                        .size()
                > 1;
        return comesTwice ? local + moment.atZone(NETHERLANDS).getOffset() : local;
    }

    public static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    public static String yesOrNo(boolean answer) {
        return answer ? "yes" : "no";
    }

    public static Instant momentOf(String text) {
        String iso = text.replace(' ', 'T');
        return iso.length() > 16
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).atZone(NETHERLANDS).toInstant();
    }

    private static <E extends Enum<E>> E constantOf(String word, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().replace("_", "").equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new AssertionError(word + " is no " + type.getSimpleName()));
    }

    /** The row's own words, as the name of its test. */
    @Override
    public String toString() {
        return String.join(" | ", cells);
    }
}
