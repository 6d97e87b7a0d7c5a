package nl.inzage.fhir.narrow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.inzage.fhir.access.AccessPlan;
import nl.inzage.fhir.catalogue.Catalogue;
import nl.inzage.fhir.catalogue.OfferedType;
import nl.inzage.fhir.catalogue.Parameter;
import nl.inzage.fhir.catalogue.Parameter.Kind;
import nl.inzage.fhir.narrow.Query.DateTerm;

/**
 * Reads parameters into a query by the catalogue's row of the type. Names are compared whole, so that a modifier, a
 * chain or {@code _has} is simply unknown; unknown, empty and repeated parameters are refused, also under lenient
 * handling, since ignoring one would widen the answer.
 */
final class QueryReader {

    static final String CURSOR = "_cursor";

    private final OfferedType type;
    private final AccessPlan plan;
    private final String base;
    private final IncludeReader includes;
    private final List<String> ids = new ArrayList<>();
    private final List<List<String>> tokens = new ArrayList<>();
    private final List<List<String>> beginnings = new ArrayList<>();
    private final List<DateTerm> dates = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private boolean newestFirst = true;
    private boolean isByPersonalNumber = false;
    private int count = Values.DEFAULT_COUNT;
    private Optional<String> cursor = Optional.empty();

    private QueryReader(Catalogue catalogue, OfferedType type, AccessPlan plan, String base) {
        this.type = type;
        this.plan = plan;
        this.base = base;
        this.includes = new IncludeReader(catalogue, plan);
    }

    /**
     * The query.
     *
     * @param base the public base URL of this door
     * @throws Refusal when it is none that this door takes
     */
    static Query read(Catalogue catalogue, DoorRequest.Search search, AccessPlan plan, String base) {
        QueryReader reader = new QueryReader(catalogue, search.type(), plan, base);
        for (Parameters.Pair pair : search.parameters().pairs()) {
            reader.read(pair.name(), pair.value(), search.parameters().inUrl());
        }
        return new Query(
                reader.type,
                reader.ids,
                reader.tokens,
                reader.beginnings,
                reader.dates,
                reader.includes.followed(),
                reader.includes.further(),
                reader.newestFirst,
                reader.isByPersonalNumber ? Values.MAXIMUM_COUNT : reader.count,
                reader.cursor);
    }

    private void read(String name, String value, boolean inUrl) {
        if (value.isEmpty()) {
            throw Refusal.value("A parameter without a value is not taken");
        }
        int times = seen.merge(name, 1, Integer::sum);
        switch (name) {
            case "_count" -> count = Values.count(value);
            case "_sort" -> newestFirst = newestFirst(value);
            case IncludeReader.ONCE, IncludeReader.ITERATE -> {
                includes.read(type, name, value);
                return;
            }
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
        if (times > 1) {
            throw Refusal.shape("A parameter is repeated");
        }
    }

    private void read(Parameter parameter, String value, boolean inUrl) {
        switch (parameter.kind()) {
            case ID -> ids.addAll(Values.ids(value));
            case OWNER -> checkOwner(value);
            case TOKEN -> tokens.add(Values.tokens(parameter, value));
            case TOKEN_NOT_IN_URL -> {
                boolean personal = PersonalNumbers.mayBeIn(value);
                if (inUrl && personal) {
                    throw Refusal.shape(
                            parameter.name() + " without its system, or a citizen service number, is taken by"
                                    + " POST to " + type.name() + "/_search only");
                }
                tokens.add(Values.tokens(parameter, value));
                isByPersonalNumber |= personal;
            }
            case STRING -> beginnings.add(Values.beginnings(parameter, value));
            case DATE -> dates.add(Values.date(value));
        }
    }

    /**
     * The token says whose dossier it is; a parameter can only repeat it: by id, relatively, or absolutely at this door.
     * What is at another address is another resource, whatever its id (FHIR R4, "References").
     */
    private void checkOwner(String value) {
        String relative = value.startsWith(base + "/") ? value.substring(base.length() + 1) : value;
        if (plan.patient()
                .filter(id -> value.equals(id) || relative.equals("Patient/" + id))
                .isEmpty()) {
            throw Refusal.scope("The token is not for this patient");
        }
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
}
