package nl.inzage.fhir.noninterference;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeSearchParam;
import ca.uhn.fhir.rest.api.RestSearchParameterTypeEnum;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Everything that HAPI's index knows of the first twin and of the others in its dossier: for every search parameter of
 * FHIR R4 the values that would find something, the hidden ones first of all. Guesses without them have no power.
 */
final class Facts {

    private static final String RESOURCE =
            " i join hfj_resource r on r.res_id = i.res_id and r.fhir_id like ? where r.res_deleted_at is null";

    private final JdbcTemplate jdbc;
    private final FhirContext fhir;
    private final Dossiers dossiers;
    private final Set<String> hiddenKeys;

    Facts(JdbcTemplate jdbc, FhirContext fhir, Dossiers dossiers) {
        this.jdbc = jdbc;
        this.fhir = fhir;
        this.dossiers = dossiers;
        this.hiddenKeys = Set.copyOf(dossiers.hidden());
    }

    List<Fact> all() {
        List<Fact> facts = new ArrayList<>();
        read(facts, "token", "hfj_spidx_token", "coalesce(sp_system || '|', '') || sp_value");
        read(facts, "string", "hfj_spidx_string", "sp_value_exact");
        read(facts, "date", "hfj_spidx_date", "to_char(sp_value_low at time zone 'UTC', 'YYYY-MM-DD')");
        read(facts, "number", "hfj_spidx_number", "sp_value::text");
        read(facts, "quantity", "hfj_spidx_quantity", "sp_value::text");
        read(facts, "uri", "hfj_spidx_uri", "sp_uri");
        references(facts);
        return facts;
    }

    private void read(List<Fact> facts, String kind, String table, String value) {
        for (String whose : List.of("-a-%", "-o-%")) {
            jdbc.query(
                    "select distinct r.res_type || '/' || r.fhir_id as key, i.sp_name as parameter, " + value
                            + " as value from " + table + RESOURCE + " and " + value + " is not null order by 1, 2, 3",
                    row -> {
                        facts.add(fact(row.getString("key"), row.getString("parameter"), kind, row.getString("value")));
                    },
                    dossiers.mark() + whose);
        }
    }

    private void references(List<Fact> facts) {
        jdbc.query(
                """
                select s.res_type || '/' || s.fhir_id as source, l.src_path as path, t.res_type || '/' || t.fhir_id as target
                from hfj_res_link l join hfj_resource s on s.res_id = l.src_resource_id
                join hfj_resource t on t.res_id = l.target_resource_id
                where s.fhir_id like ? and s.fhir_id not like ? order by 1, 2, 3
                """,
                row -> {
                    String source = row.getString("source");
                    String path = row.getString("path");
                    String target = row.getString("target");
                    parameters(source.substring(0, source.indexOf('/')), path)
                            .forEach(parameter -> facts.add(fact(source, parameter, "reference", target)));
                },
                dossiers.mark() + "-%",
                dossiers.mark() + "-b-%");
    }

    private Stream<String> parameters(String type, String path) {
        return fhir.getResourceDefinition(type).getSearchParams().stream()
                .filter(parameter -> parameter.getParamType() == RestSearchParameterTypeEnum.REFERENCE)
                .filter(parameter ->
                        parameter.getPath() != null && parameter.getPath().contains(path))
                .map(RuntimeSearchParam::getName);
    }

    private Fact fact(String key, String parameter, String kind, String value) {
        String unnamed = dossiers.unnamed(key);
        boolean foreign = unnamed.contains("/other-") && !unnamed.startsWith("Medication/");
        return new Fact(unnamed, parameter, kind, dossiers.unnamed(value), hiddenKeys.contains(unnamed) || foreign);
    }
}
