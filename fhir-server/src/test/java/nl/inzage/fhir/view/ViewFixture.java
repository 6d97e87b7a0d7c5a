package nl.inzage.fhir.view;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.inzage.database.TestDatabase;
import nl.inzage.fhir.catalogue.Catalogue;
import nl.inzage.fhir.facts.HospitalTag;
import nl.inzage.policy.book.PolicyBook;
import nl.inzage.policy.book.PolicyBookReader;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The released view in a real database, written through its hooks as the store would call them. */
public final class ViewFixture implements AutoCloseable {

    private final TestDatabase database = TestDatabase.fresh();
    private final DriverManagerDataSource writing =
            new DriverManagerDataSource(database.jdbcUrl(), "inzage_fhir", "inzage_fhir");
    private final SingleConnectionDataSource reading =
            new SingleConnectionDataSource(database.jdbcUrl(), "inzage_reader", "inzage_reader", true);
    private final JdbcTemplate writer = new JdbcTemplate(writing);
    private final TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(writing));
    private ReleasedViewWriter hooks;
    private final Map<ResourceKey, Long> versions = new ConcurrentHashMap<>();

    public ViewFixture() {
        writer.execute(script("V1__released_view"));
        writer.execute(script("V2__shared_links"));
        writer.execute(script("V4__coded_rows"));
        writer.execute(script("V5__stamps_and_upkeep"));
        writer.execute(script("V6__light_guard"));
        writer.execute(script("V7__guard_beside_what_leads_to_a_row"));
        writer.execute("insert into released.clock (releases_at, lease) values ('2026-01-01', interval '100 years')");
        hooks = new ReleasedViewWriter(viewWith(new PolicyBookReader().readBuiltIn()));
    }

    /** The view as a server with other policies writes it. */
    ReleasedView viewWith(PolicyBook book) {
        return new ReleasedView(writer, FhirContext.forR4Cached(), new Catalogue(), book);
    }

    /** Where the hospital's staff decides. */
    ReleaseDesk desk() {
        return new ReleaseDesk(writer, transactions, viewWith(new PolicyBookReader().readBuiltIn()));
    }

    /** Stores as a server with other policies does, from now on. */
    void storeWith(PolicyBook book, Resource... resources) {
        hooks = new ReleasedViewWriter(viewWith(book));
        store(resources);
    }

    private static String script(String name) {
        try (InputStream in = ViewFixture.class.getResourceAsStream("/db/released/" + name + ".sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stores resources of hospital linde in one transaction, each as a new version. */
    public void store(Resource... resources) {
        transactions.executeWithoutResult(transaction -> {
            for (Resource resource : resources) {
                announce(resource);
            }
        });
    }

    /** Calls the hook for a resource, as a new version of it, inside the running transaction. */
    void announce(Resource resource) {
        ResourceKey key =
                new ResourceKey(resource.fhirType(), resource.getIdElement().getIdPart());
        boolean isNew = !versions.containsKey(key);
        long version = versions.merge(key, 1L, Long::sum);
        if (resource.getMeta().getTag(HospitalTag.SYSTEM, "linde") == null
                && resource.getMeta().getTag().isEmpty()) {
            resource.getMeta().addTag(HospitalTag.SYSTEM, "linde", null);
        }
        resource.setId(new IdType(key.type(), key.id(), Long.toString(version)));
        resource.getMeta().setLastUpdated(Date.from(now()));
        if (isNew) {
            hooks.created(resource);
        } else {
            hooks.updated(null, resource);
        }
    }

    /** Announces a stored resource once more under the same version, as a change of tags does. */
    void again(Resource resource) {
        transactions.executeWithoutResult(transaction -> hooks.updated(resource, resource));
    }

    /** Deletes a resource that was stored. */
    public void delete(Resource resource) {
        transactions.executeWithoutResult(transaction -> announceDeleted(resource));
    }

    /** Calls the hook for a delete inside the running transaction. */
    void announceDeleted(Resource resource) {
        ResourceKey key =
                new ResourceKey(resource.fhirType(), resource.getIdElement().getIdPart());
        long version = versions.merge(key, 1L, Long::sum);
        resource.setId(new IdType(key.type(), key.id(), Long.toString(version)));
        hooks.deleted(resource);
    }

    public TransactionTemplate transactions() {
        return transactions;
    }

    /** The role that writes, to look at rows. */
    public JdbcTemplate writer() {
        return writer;
    }

    /** The role that people's requests use, always on the same connection. */
    public JdbcTemplate reader() {
        return new JdbcTemplate(reading);
    }

    /** The database's clock. */
    public Instant now() {
        return writer.queryForObject("select released.clock_now()", OffsetDateTime.class)
                .toInstant();
    }

    /** Puts a clock that stands still in the place of the database's own. */
    public void setClock(Instant moment) {
        writer.execute("create or replace function released.clock_now() returns timestamptz language sql stable as"
                + " $$ select timestamptz '" + moment + "' $$");
    }

    /** A moment at which a result must have been issued to be released this many milliseconds from now. */
    public Date issuedForReleaseIn(long millis) {
        return Date.from(now().plusMillis(millis)
                .atZone(ZoneId.of("Europe/Amsterdam"))
                .minusDays(7)
                .toInstant());
    }

    /** Types and ids of the rows that the reader is let see when it asks for all, for a patient. */
    public List<String> visibleTo(String patient) {
        return visibleTo(patient, "");
    }

    /** The same for who sees the results of some hospitals right away; their names with commas between. */
    public List<String> visibleTo(String patient, String earlyAt) {
        return reader().queryForList(
                        """
                        with s as materialized (select set_config('inzage.patient', ?, true) as patient,
                          set_config('inzage.early', ?, true) as early)
                        select m.key from s cross join lateral (
                          select type || '/' || id as key from released.resource where s.patient is not null offset 0) m
                        order by 1
                        """,
                        String.class,
                        patient,
                        earlyAt);
    }

    /** The versions of rows that the reader is let see. */
    List<Long> versionsVisibleTo(String patient, String earlyAt) {
        return reader().queryForList(
                        """
                        with s as materialized (select set_config('inzage.patient', ?, true) as patient,
                          set_config('inzage.early', ?, true) as early)
                        select m.version from s cross join lateral (
                          select version from released.resource where s.patient is not null offset 0) m order by 1
                        """,
                        Long.class,
                        patient,
                        earlyAt);
    }

    @Override
    public void close() throws SQLException {
        reading.destroy();
        database.close();
    }
}
