package nl.inzage.policy.book;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The sorts of values that policy files hold. */
final class Shapes {

    private static final String NONE = "none";

    private Shapes() {}

    static Shape<String> text() {
        return node -> {
            if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
                return scalar.getValue();
            }
            throw new UnfitValue("a text");
        };
    }

    static Shape<Boolean> flag() {
        return node -> {
            String value = scalar(node, Tag.BOOL).orElse("");
            if (value.equals("true") || value.equals("false")) {
                return value.equals("true");
            }
            throw new UnfitValue("true or false");
        };
    }

    static Shape<Integer> number(int least, int most) {
        return node -> {
            String digits = scalar(node, Tag.INT)
                    .filter(value -> value.matches("[0-9]{1,9}"))
                    .orElse("");
            if (digits.isEmpty() || Integer.parseInt(digits) < least || Integer.parseInt(digits) > most) {
                throw new UnfitValue("a whole number from " + least + " to " + most);
            }
            return Integer.parseInt(digits);
        };
    }

    static Shape<Period> days(int most) {
        return node -> Period.ofDays(number(0, most).read(node));
    }

    static Shape<Period> months(int most) {
        return node -> Period.ofMonths(number(1, most).read(node));
    }

    static Shape<Duration> minutes(int least, int most) {
        return node -> Duration.ofMinutes(number(least, most).read(node));
    }

    static Shape<Duration> hours(int least, int most) {
        return node -> Duration.ofHours(number(least, most).read(node));
    }

    static Shape<LocalDate> date() {
        return node -> {
            try {
                return LocalDate.parse(scalar(node, Tag.TIMESTAMP).orElse(""));
            } catch (DateTimeParseException e) {
                throw new UnfitValue("a date such as 2017-12-02");
            }
        };
    }

    /** A value, or the word none. */
    static <T> Shape<Optional<T>> orNone(Shape<T> shape) {
        return node -> {
            if (NodeText.isWord(node, NONE)) {
                return Optional.empty();
            }
            try {
                return Optional.of(shape.read(node));
            } catch (UnfitValue e) {
                throw new UnfitValue(e.getMessage() + ", or none");
            }
        };
    }

    static <T> Shape<List<T>> list(Shape<T> item) {
        return node -> {
            if (!(node instanceof SequenceNode sequence)) {
                throw new UnfitValue("a list in [ ]");
            }
            List<T> values = new ArrayList<>();
            for (Node each : sequence.getValue()) {
                values.add(item.read(each));
            }
            return values;
        };
    }

    /** One of the constants of a type, written in camel case: PASSWORD_AND_SMS is passwordAndSms. */
    static <E extends Enum<E>> Shape<E> choice(Class<E> type) {
        return node -> {
            for (E constant : type.getEnumConstants()) {
                if (NodeText.isWord(node, word(constant))) {
                    return constant;
                }
            }
            throw new UnfitValue("one of " + words(type));
        };
    }

    /** Some of the constants of a type, each once; perhaps none. */
    static <E extends Enum<E>> Shape<Set<E>> choices(Class<E> type) {
        return node -> {
            Set<E> values = EnumSet.noneOf(type);
            for (E value : readAll(type, node)) {
                if (!values.add(value)) {
                    throw new UnfitValue("a list in which " + word(value) + " occurs once");
                }
            }
            return values;
        };
    }

    /** Some of the constants of a type, at least one. */
    static <E extends Enum<E>> Shape<Set<E>> someOf(Class<E> type) {
        return node -> {
            Set<E> values = choices(type).read(node);
            if (values.isEmpty()) {
                throw new UnfitValue("a list of at least one of " + words(type));
            }
            return values;
        };
    }

    static String word(Enum<?> constant) {
        StringBuilder word = new StringBuilder();
        String name = constant.name();
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) != '_') {
                boolean startsPart = i > 0 && name.charAt(i - 1) == '_';
                word.append(startsPart ? name.charAt(i) : Character.toLowerCase(name.charAt(i)));
            }
        }
        return word.toString();
    }

    private static <E extends Enum<E>> List<E> readAll(Class<E> type, Node node) throws UnfitValue {
        if (node instanceof SequenceNode) {
            return list(choice(type)).read(node);
        }
        throw new UnfitValue("a list in [ ] of " + words(type));
    }

    private static String words(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Shapes::word).collect(Collectors.joining(", "));
    }

    private static Optional<String> scalar(Node node, Tag tag) {
        return node instanceof ScalarNode scalar && tag.equals(scalar.getTag())
                ? Optional.of(scalar.getValue())
                : Optional.empty();
    }
}
