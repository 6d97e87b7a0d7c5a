package nl.inzage.fhir.narrow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.inzage.fhir.access.AccessPlan;
import nl.inzage.fhir.access.Admission;
import nl.inzage.fhir.narrow.Query.DateTerm;
import nl.inzage.fhir.narrow.Query.Followed;
import nl.inzage.fhir.narrow.Query.Prefix;
import nl.inzage.fhir.view.Catalogue;
import nl.inzage.fhir.view.OfferedType;
import nl.inzage.fhir.view.Parameter;
import nl.inzage.fhir.view.Parameter.Kind;
import nl.inzage.fhir.view.ResourceKey;
import nl.inzage.fhir.view.TimeSpan;
import nl.inzage.fhir.view.Token;
import nl.inzage.policy.smart.Interaction;

/**
 * Reads parameters into a query by the catalogue's row of the type. Names are compared whole, so that a modifier, a
 * chain or {@code _has} is simply unknown; unknown, empty and repeated parameters are refused, also under lenient
 * handling, since ignoring one would widen the answer.
 */
final class QueryReader {

    static final String CURSOR = "_cursor";

    private static final int DEFAULT_COUNT = 50;
    private static final int MAXIMUM_COUNT = 200;
    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,5}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");

    private final Catalogue catalogue;
    private final OfferedType type;
    private final AccessPlan plan;
    private final List<String> ids = new ArrayList<>();
    private final List<List<String>> tokens = new ArrayList<>();
    private final List<DateTerm> dates = new ArrayList<>();
    private final List<Followed> includes = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private boolean newestFirst = true;
    private int count = DEFAULT_COUNT;
    private Optional<String> cursor = Optional.empty();

    private QueryReader(Catalogue catalogue, OfferedType type, AccessPlan plan) {
        this.catalogue = catalogue;
        this.type = type;
        this.plan = plan;
    }

    /**
     * The query.
     *
     * @throws Refusal when it is none that this door takes
     */
    static Query read(Catalogue catalogue, DoorRequest.Search search, AccessPlan plan) {
        QueryReader reader = new QueryReader(catalogue, search.type(), plan);
        for (Parameters.Pair pair : search.parameters().pairs()) {
            reader.read(pair.name(), pair.value(), search.parameters().inUrl());
        }
        Formats.check(search.parameters());
        return new Query(
                reader.type,
                reader.ids,
                reader.tokens,
                reader.dates,
                reader.includes,
                reader.newestFirst,
                reader.count,
                reader.cursor);
    }

    private void read(String name, String value, boolean inUrl) {
        if (value.isEmpty()) {
            throw Refusal.value("A parameter without a value is not taken");
        }
        int times = seen.merge(name, 1, Integer::sum);
        switch (name) {
            case "_count" -> count = count(value);
            case "_sort" -> newestFirst = newestFirst(value);
            case "_include" -> includes.add(include(value));
            case CURSOR -> cursor = Optional.of(value);
            case Formats.PARAMETER -> {}
            default -> {
                Parameter parameter = type.parameter(name)
                        .orElseThrow(() -> Refusal.shape(
                                type.name() + " is not searched by " + name.replaceAll("[^A-Za-z0-9_:.-]", "?")));
                read(parameter, value, inUrl);
                if (times == 2 && parameter.kind() == Kind.DATE) {
                    return;
                }
            }
        }
        if (times > 1 && !name.equals("_include")) {
            throw Refusal.shape("A parameter is repeated");
        }
    }

    private void read(Parameter parameter, String value, boolean inUrl) {
        switch (parameter.kind()) {
            case ID -> values(value).forEach(id -> ids.add(checkedId(id)));
            case OWNER -> checkOwner(value);
            case TOKEN -> tokens.add(tokens(parameter, value));
            case TOKEN_NOT_IN_URL -> {
                if (inUrl) {
                    throw Refusal.shape(parameter.name() + " is taken by POST to " + type.name() + "/_search only");
                }
                tokens.add(tokens(parameter, value));
            }
            case DATE -> dates.add(date(value));
        }
    }

    /** The token says whose dossier it is; a parameter can only repeat it. */
    private void checkOwner(String value) {
        String id = value.contains("/")
                ? ResourceKey.ofReference(value)
                        .filter(key -> key.type().equals("Patient"))
                        .map(ResourceKey::id)
                        .orElse("")
                : value;
        if (plan.patient().filter(id::equals).isEmpty()) {
            throw Refusal.scope("The token is not for this patient");
        }
    }

    private static List<String> tokens(Parameter parameter, String value) {
        return values(value).stream()
                .map(text -> Token.wanted(parameter.name(), text)
                        .orElseThrow(() -> Refusal.value(parameter.name() + " takes code or system|code"))
                        .text())
                .toList();
    }

    private static DateTerm date(String value) {
        boolean hasPrefix = value.length() > 2 && Character.isLetter(value.charAt(0));
        Prefix prefix = Prefix.EQ;
        if (hasPrefix) {
            String said = value.substring(0, 2);
            prefix = List.of(Prefix.values()).stream()
                    .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(said))
                    .findFirst()
                    .orElseThrow(() -> Refusal.value("A date takes the prefixes eq, gt, lt, ge and le"));
        }
        TimeSpan time = TimeSpan.parse(hasPrefix ? value.substring(2) : value)
                .orElseThrow(() -> Refusal.value("Not a FHIR date"));
        return new DateTerm(prefix, time);
    }

    private Followed include(String value) {
        OfferedType target = type.includes().stream()
                .filter(offered -> value.equals(type.name() + ":" + offered.name()))
                .flatMap(offered -> catalogue.type(offered.target()).stream())
                .filter(offered ->
                        includes.stream().noneMatch(known -> known.target().equals(offered)))
                .findFirst()
                .orElseThrow(() -> Refusal.shape("An _include is not offered for " + type.name()));
        Admission admission = plan.admission(target, Interaction.READ)
                .orElseThrow(() -> Refusal.scope("The scopes do not permit to read " + target.name()));
        return new Followed(target, admission);
    }

    private boolean newestFirst(String value) {
        String date = type.date()
                .map(Parameter::name)
                .orElseThrow(() -> Refusal.shape(type.name() + " has no order to choose"));
        if (value.equals(date)) {
            return false;
        }
        if (value.equals("-" + date)) {
            return true;
        }
        throw Refusal.shape(type.name() + " can be sorted by " + date + " only");
    }

    private static int count(String value) {
        if (!COUNT.matcher(value).matches()) {
            throw Refusal.value("_count is a whole number from 1");
        }
        return Math.min(Integer.parseInt(value), MAXIMUM_COUNT);
    }

    private static String checkedId(String id) {
        if (!ID.matcher(id).matches()) {
            throw Refusal.value("Not an id");
        }
        return id;
    }

    /** The alternatives of a value; FHIR R4, "Search, escaping": a backslash keeps a comma. */
    private static List<String> values(String value) {
        List<String> values = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            if (letter == '\\' && i + 1 < value.length()) {
                i++;
                current.append(value.charAt(i));
            } else if (letter == ',') {
                values.add(current.toString());
                current.setLength(0);
            } else {
                current.append(letter);
            }
        }
        values.add(current.toString());
        return values;
    }
}
