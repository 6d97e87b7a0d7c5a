package nl.inzage.fhir.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.inzage.policy.identity.HospitalId;
import nl.inzage.policy.release.ClinicianAct;
import org.springframework.jdbc.core.JdbcTemplate;

/** What clinicians decided about versions of resources; kept when everything else is rebuilt. */
final class ClinicianActs {

    private final JdbcTemplate jdbc;

    ClinicianActs(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** An act, and the version that was there when it was placed. */
    record Placed(long version, ClinicianAct act) {

        /** What was discussed with the patient is the version that was there; what is held back is also its correction. */
        boolean concerns(long other) {
            return act instanceof ClinicianAct.Hold ? version <= other : version == other;
        }
    }

    Map<ResourceKey, List<Placed>> on(Collection<ResourceKey> keys) {
        Map<ResourceKey, List<Placed>> acts = new HashMap<>();
        jdbc.query(
                """
                select type, id, version, placed, hold_until from released.act
                where (type, id) in (select * from unnest(?::text[], ?::text[])) order by number
                """,
                row -> {
                    Instant placed = Moments.in(row, "placed").orElseThrow();
                    Optional<Instant> until = Moments.in(row, "hold_until");
                    ClinicianAct act = until.<ClinicianAct>map(moment -> new ClinicianAct.Hold(placed, moment))
                            .orElseGet(() -> new ClinicianAct.ReleaseNow(placed));
                    acts.computeIfAbsent(
                                    new ResourceKey(row.getString("type"), row.getString("id")),
                                    key -> new ArrayList<>())
                            .add(new Placed(row.getLong("version"), act));
                },
                Keys.types(keys),
                Keys.ids(keys));
        return acts;
    }

    /** Places an act on the newest versions of these. */
    void place(
            Collection<ResourceKey> keys, HospitalId hospital, String client, Instant placed, Optional<Instant> until) {
        jdbc.update(
                """
                insert into released.act (type, id, version, hospital, client, placed, hold_until)
                select r.type, r.id, r.version, r.hospital, ?, ?, ? from released.resource r
                where r.replaced is null and r.hospital = ?
                and (r.type, r.id) in (select * from unnest(?::text[], ?::text[]))
                """,
                client,
                Moments.utc(placed),
                until.map(Moments::utc).orElse(null),
                hospital.value(),
                Keys.types(keys),
                Keys.ids(keys));
    }
}
