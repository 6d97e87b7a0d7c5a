package nl.inzage.fhir.noninterference;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.searchparam.MatchUrlService;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.jdbc.core.JdbcTemplate;

/** The system of record without any door before it: what a weakened door would betray. */
final class Store {

    private final JdbcTemplate jdbc;
    private final DaoRegistry daos;
    private final MatchUrlService queries;
    private final FhirContext fhir;

    Store(JdbcTemplate jdbc, DaoRegistry daos, MatchUrlService queries, FhirContext fhir) {
        this.jdbc = jdbc;
        this.daos = daos;
        this.queries = queries;
        this.fhir = fhir;
    }

    /** The resources that HAPI's own search finds; none when it would refuse the query. */
    List<String> search(String type, String query) {
        if (!fhir.getResourceTypes().contains(type)) {
            return List.of();
        }
        try {
            IFhirResourceDao<?> dao = daos.getResourceDao(type);
            SearchParameterMap map = queries.translateMatchUrl(type + "?" + query, fhir.getResourceDefinition(type));
            map.setLoadSynchronous(true);
            map.setCount(null);
            map.setOffset(null);
            return dao.search(map, new SystemRequestDetails()).getAllResources().stream()
                    .map(found -> found.fhirType() + "/" + found.getIdElement().getIdPart())
                    .sorted()
                    .toList();
        } catch (RuntimeException | AssertionError refused) {
            // HAPI refuses in many ways; one is an assertion against parameters that are there twice.
            return List.of();
        }
    }

    /** The version of a resource and whether it was deleted; nothing when it never was. */
    Optional<Map<String, Object>> state(String key) {
        return jdbc
                .queryForList(
                        "select res_ver as version, res_deleted_at is not null as deleted, res_type || '/' || fhir_id as key"
                                + " from hfj_resource where res_type = ? and fhir_id = ?",
                        Fact.typeOf(key),
                        Fact.idOf(key))
                .stream()
                .findFirst();
    }

    /** Whether a stored resource has this status. */
    boolean hasStatus(String key, String status) {
        return search(Fact.typeOf(key), "_id=" + Fact.idOf(key) + "&status=" + status)
                        .size()
                == 1;
    }

    /** A body as the released view keeps it, uncut. */
    Optional<String> body(String key) {
        return jdbc
                .queryForList(
                        "select body from released.resource where type = ? and id = ? order by version desc",
                        String.class,
                        Fact.typeOf(key),
                        Fact.idOf(key))
                .stream()
                .findFirst();
    }

    /** What a stored resource says of others by their number or in words. */
    String logicalReferences(String key) {
        IBaseResource stored = daos.getResourceDao(Fact.typeOf(key)).read(new IdType(key), new SystemRequestDetails());
        return fhir.newTerser().getAllPopulatedChildElementsOfType(stored, Reference.class).stream()
                .filter(reference -> !reference.hasReference())
                .map(reference -> reference.getIdentifier().getValue() + " " + reference.getDisplay())
                .sorted()
                .toList()
                .toString();
    }

    /** Whether a row of the dossier names a resource that is nobody's own, and that row is released. */
    boolean isNamedInDossier(String key, String patient) {
        return jdbc.queryForObject(
                        "select count(*) from released.link l join released.shared s on s.type = l.target_type"
                                + " and s.id = l.target_id join released.resource r on r.type = l.source_type"
                                + " and r.id = l.source_id and r.version = l.source_version"
                                + " where s.type = ? and s.id = ? and r.patient = ? and r.ordinary_from < now()",
                        Integer.class,
                        Fact.typeOf(key),
                        Fact.idOf(key),
                        patient)
                > 0;
    }

    /** Whether a resource is in a dossier, seen or not. */
    boolean isInDossier(String key, String patient) {
        return jdbc.queryForObject(
                        "select count(*) from released.resource where type = ? and id = ? and patient = ?",
                        Integer.class,
                        Fact.typeOf(key),
                        Fact.idOf(key),
                        patient)
                > 0;
    }

    /** How many rows of a type there are in a dossier, seen or not. */
    int rows(String type, String patient) {
        return jdbc.queryForObject(
                "select count(*) from released.resource where type = ? and patient = ?", Integer.class, type, patient);
    }
}
