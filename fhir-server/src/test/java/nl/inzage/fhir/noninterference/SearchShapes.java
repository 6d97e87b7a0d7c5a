package nl.inzage.fhir.noninterference;

import java.util.List;

/** Queries over the whole of FHIR's search: each is a type and its parameters, as they stand in a URL. */
final class SearchShapes {

    private static final List<String> MODIFIERS = List.of(
            "",
            "",
            ":exact",
            ":contains",
            ":text",
            ":not",
            ":missing",
            ":in",
            ":above",
            ":below",
            ":identifier",
            ":of-type",
            ":Patient",
            ":not-in",
            ":unknown");

    /** With values that say most of what they are applied to. */
    private static final List<String> RESULT_PARAMETERS = List.of(
            "_summary=count",
            "_summary=text",
            "_summary=data",
            "_summary=true",
            "_elements=code,subject",
            "_elements=id",
            "_total=accurate",
            "_total=estimate",
            "_count=0",
            "_count=1",
            "_count=200",
            "_sort=_id",
            "_sort=-_lastUpdated",
            "_sort=code",
            "_sort=subject.name",
            "_sort=-date",
            "_sort=date",
            "_since=2019-01-01",
            "_lastUpdated=gt2020-01-01",
            "_lastUpdated=lt2020-01-01",
            "_format=json",
            "_format=xml",
            "_pretty=true",
            "_contained=both",
            "_containedType=contained",
            "_offset=1",
            "_getpages=1",
            "_cursor=x.y",
            "_security=R",
            "_tag=x",
            "_profile=x",
            "_score=true",
            "_at=2020",
            "_type=Observation",
            "_unknown=1");

    private final Vocabulary words;

    SearchShapes(Vocabulary words) {
        this.words = words;
    }

    /** What the door says it takes, mostly with values that find something. */
    String offered() {
        Offer.Type type = words.searchable();
        StringBuilder query = new StringBuilder(type.name());
        int terms = words.chance(40) ? 1 : words.random.nextInt(3);
        for (int i = 0; i < terms; i++) {
            String name = words.one(type.parameters());
            add(query, name + "=" + words.encoded(value(type.name(), name)));
        }
        if (words.chance(20) && !type.includes().isEmpty()) {
            add(query, "_include=" + words.one(type.includes()));
        }
        if (words.chance(20)) {
            add(query, "_count=" + (1 + words.random.nextInt(4)));
        }
        if (words.chance(15)) {
            String date = type.parameters().stream()
                    .filter(name -> name.contains("date") || name.equals("authoredon"))
                    .findFirst()
                    .orElse("_id");
            add(query, "_sort=" + (words.chance(50) ? "-" : "") + date);
        }
        return query.toString();
    }

    private String value(String type, String name) {
        if (name.equals("patient") || name.equals("subject")) {
            return words.chance(90) ? "Patient/twin-@-anna" : "Patient/other-bram";
        }
        if (name.equals("_id")) {
            return Fact.idOf(words.key());
        }
        Fact fact = words.fact(
                known -> known.parameter().equals(name) && known.type().equals(type));
        String value = words.value(fact);
        return value.matches("(ne|sa|eb|ap)[0-9].*") ? value.substring(2) : value;
    }

    /** Any parameter of the registry, with any modifier and a value that fits or does not. */
    String direct() {
        if (words.chance(70)) {
            List<Fact> naming = words.referencesTo(words.hiddenKey());
            Fact fact = naming.isEmpty() || words.chance(50) ? words.fact() : words.one(naming);
            return fact.type() + "?" + fact.parameter() + modifier() + "=" + words.encoded(words.value(fact));
        }
        String type = words.type();
        String name = words.parameter(type).getName();
        return type + "?" + name + modifier() + "=" + words.encoded(words.value(words.fact()));
    }

    /** From a resource that names the fact's, over at most three steps. */
    String chain() {
        Fact fact = words.fact();
        String path = fact.parameter();
        String key = fact.key();
        String type = fact.type();
        int depth = 1 + words.random.nextInt(3);
        for (int i = 0; i < depth; i++) {
            List<Fact> links = words.referencesTo(key);
            if (links.isEmpty()) {
                break;
            }
            Fact link = words.one(links);
            path = link.parameter() + (words.chance(40) ? ":" + type : "") + "." + path;
            key = link.key();
            type = link.type();
        }
        return type + "?" + path + "=" + words.encoded(words.value(fact));
    }

    /** From a resource that the fact's names, over at most three steps. */
    String has() {
        Fact fact = words.fact();
        for (int i = 0; i < 5 && words.referencesFrom(fact.key()).isEmpty(); i++) {
            fact = words.fact();
        }
        String path = fact.parameter() + "=" + words.encoded(words.value(fact));
        String key = fact.key();
        int depth = words.chance(60) ? 1 : 1 + words.random.nextInt(3);
        for (int i = 0; i < depth; i++) {
            List<Fact> links = words.referencesFrom(key);
            if (links.isEmpty()) {
                break;
            }
            Fact link = words.one(links);
            path = "_has:" + link.type() + ":" + link.parameter() + ":" + path;
            key = link.value();
        }
        return Fact.typeOf(key) + "?" + path;
    }

    /** A query that is offered or not, with what FHIR says changes its result. */
    String withResultParameters() {
        StringBuilder query = new StringBuilder(words.chance(60) ? offered() : direct());
        add(query, words.one(RESULT_PARAMETERS));
        return query.toString();
    }

    /** Follows references either way, or searches by other means than parameters. */
    String special() {
        Fact fact = words.fact();
        String id = fact.id();
        return switch (words.random.nextInt(9)) {
            case 0 -> fact.type() + "?_include=" + fact.type() + ":" + fact.parameter();
            case 1 -> "Patient?_revinclude=" + fact.type() + ":" + fact.parameter();
            case 2 -> fact.type() + "?_include:iterate=*&_id=" + id;
            case 3 -> fact.type() + "?_include=*";
            case 4 -> fact.type() + "?_filter=" + words.encoded(fact.parameter() + " eq " + fact.value());
            case 5 -> fact.type() + "?_list=twin-@-lijst";
            case 6 -> fact.type() + "?_content=" + words.encoded(fact.value());
            case 7 -> fact.type() + "?_text=" + words.encoded(fact.value());
            default -> fact.type() + "?_id=" + id + "," + Fact.idOf(words.visibleKey());
        };
    }

    private String modifier() {
        return words.chance(50) ? "" : words.one(MODIFIERS);
    }

    private static void add(StringBuilder query, String parameter) {
        query.append(query.indexOf("?") < 0 ? '?' : '&').append(parameter);
    }
}
