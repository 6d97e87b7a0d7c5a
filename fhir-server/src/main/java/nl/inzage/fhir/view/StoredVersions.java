package nl.inzage.fhir.view;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.dao.TolerantJsonParser;
import ca.uhn.fhir.jpa.model.dao.JpaPid;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.LenientErrorHandler;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.util.IMetaTagSorter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads from HAPI's own tables, many resources in a statement, what its DAOs would read one by one. The text that HAPI
 * stores has no id, no version, no time, no tags, no profiles and no security labels: those are beside it.
 */
final class StoredVersions {

    private static final Logger LOG = LoggerFactory.getLogger(StoredVersions.class);

    private final JdbcTemplate jdbc;
    private final FhirContext fhir;
    private final DaoRegistry store;
    private final IMetaTagSorter sorter;

    StoredVersions(JdbcTemplate jdbc, FhirContext fhir, DaoRegistry store, IMetaTagSorter sorter) {
        this.jdbc = jdbc;
        this.fhir = fhir;
        this.store = store;
        this.sorter = sorter;
    }

    /**
     * What the store has of a resource now.
     *
     * @param number HAPI's own, which rises with each new resource
     */
    record Current(ResourceKey key, long number, long version) {}

    /** The next resources of these types, in the order of HAPI's numbers. */
    List<Current> after(long number, String[] types, int count) {
        return jdbc.query(
                """
                select res_type, fhir_id, res_id, res_ver from fhir.hfj_resource
                where res_id > ? and res_type = any (?::text[]) and res_deleted_at is null order by res_id limit ?
                """,
                (row, i) -> current(row),
                number,
                types,
                count);
    }

    /** Those of these that are there. */
    Map<ResourceKey, Current> of(Collection<ResourceKey> keys) {
        Map<ResourceKey, Current> found = new HashMap<>();
        jdbc.query(
                """
                select res_type, fhir_id, res_id, res_ver from unnest(?::text[], ?::text[]) k (type, id)
                join fhir.hfj_resource on res_type = type and fhir_id = id and res_deleted_at is null
                """,
                row -> {
                    Current current = current(row);
                    found.put(current.key(), current);
                },
                Keys.types(keys),
                Keys.ids(keys));
        return found;
    }

    long count(String[] types) {
        return jdbc.queryForObject(
                "select count(*) from fhir.hfj_resource where res_type = any (?::text[]) and res_deleted_at is null",
                Long.class,
                (Object) types);
    }

    private static Current current(ResultSet row) throws SQLException {
        return new Current(
                new ResourceKey(row.getString("res_type"), row.getString("fhir_id")),
                row.getLong("res_id"),
                row.getLong("res_ver"));
    }

    private record Text(long number, ResourceKey key, long version, Instant updated, Optional<String> json) {}

    /** The contents of versions, as the store tells them to its hooks; left out is what it does not have or can read. */
    List<Resource> contents(List<Current> versions) {
        Map<Long, Text> texts = texts(versions);
        Map<Long, Meta> metas = metas(texts.keySet());
        List<Resource> contents = new ArrayList<>();
        texts.forEach((pid, text) -> {
            try {
                contents.add(text.json()
                        .map(json -> resource(text, json, metas.getOrDefault(pid, new Meta())))
                        .orElseGet(() -> readByDao(text)));
            } catch (DataFormatException e) {
                // Its message may hold values.
                LOG.error("Version {} of the store's resource {} cannot be read", text.version(), text.number());
            }
        });
        return contents;
    }

    private Map<Long, Text> texts(List<Current> versions) {
        Map<Long, Text> texts = new HashMap<>();
        jdbc.query(
                """
                select v.pid, v.res_id, v.res_type, r.fhir_id, v.res_ver, v.res_updated,
                  case when v.res_encoding = 'JSON' then v.res_text_vc end as json
                from unnest(?::bigint[], ?::bigint[]) k (number, version)
                join fhir.hfj_res_ver v on v.res_id = k.number and v.res_ver = k.version and v.res_deleted_at is null
                join fhir.hfj_resource r on r.res_id = v.res_id
                """,
                row -> {
                    texts.put(
                            row.getLong("pid"),
                            new Text(
                                    row.getLong("res_id"),
                                    new ResourceKey(row.getString("res_type"), row.getString("fhir_id")),
                                    row.getLong("res_ver"),
                                    row.getTimestamp("res_updated").toInstant(),
                                    Optional.ofNullable(row.getString("json"))));
                },
                versions.stream().map(Current::number).toArray(Long[]::new),
                versions.stream().map(Current::version).toArray(Long[]::new));
        return texts;
    }

    private Map<Long, Meta> metas(Collection<Long> pids) {
        Map<Long, Meta> metas = new HashMap<>();
        jdbc.query(
                """
                select t.res_ver_pid, d.tag_type, d.tag_system, d.tag_code, d.tag_display, d.tag_version,
                  d.tag_user_selected
                from unnest(?::bigint[]) k (pid) join fhir.hfj_history_tag t on t.res_ver_pid = k.pid
                join fhir.hfj_tag_def d on d.tag_id = t.tag_id
                """,
                row -> {
                    add(row, metas.computeIfAbsent(row.getLong("res_ver_pid"), pid -> new Meta()));
                },
                (Object) pids.toArray(Long[]::new));
        return metas;
    }

    /** HAPI keeps three things as tags, by number: a tag, a profile, a security label. */
    private static void add(ResultSet row, Meta meta) throws SQLException {
        Coding coding =
                new Coding(row.getString("tag_system"), row.getString("tag_code"), row.getString("tag_display"));
        int kind = row.getInt("tag_type");
        if (kind == 1) {
            meta.addProfile(coding.getCode());
        } else if (kind == 2) {
            meta.addSecurity(coding);
        } else {
            coding.setVersion(row.getString("tag_version"));
            boolean selected = row.getBoolean("tag_user_selected");
            if (!row.wasNull()) {
                coding.setUserSelected(selected);
            }
            meta.addTag(coding);
        }
    }

    private Resource resource(Text text, String json, Meta beside) {
        LenientErrorHandler lenient = new LenientErrorHandler(false).disableAllErrors();
        Resource resource =
                (Resource) new TolerantJsonParser(fhir, lenient, JpaPid.fromId(text.number())).parseResource(json);
        resource.setId(new IdType(text.key().type(), text.key().id(), Long.toString(text.version())));
        Meta meta = resource.getMeta();
        meta.setTag(beside.getTag()).setProfile(beside.getProfile()).setSecurity(beside.getSecurity());
        meta.setLastUpdated(Date.from(text.updated()));
        meta.setVersionId(Long.toString(text.version()));
        sorter.sort(meta);
        return resource;
    }

    /** What HAPI has in another form, from before it had this one. */
    private Resource readByDao(Text text) {
        return (Resource) store.getResourceDao(text.key().type())
                .read(
                        new IdType(text.key().type(), text.key().id(), Long.toString(text.version())),
                        SystemRequestDetails.forAllPartitions());
    }
}
