package nl.inzage.fhir.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.inzage.fhir.release.Reasons;
import nl.inzage.policy.release.GroupRole;
import nl.inzage.policy.release.ReleaseDecision;
import nl.inzage.policy.release.ReleaseDecision.Timed;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes what was decided on versions by themselves, and what else had a say in it. */
final class DecisionWriter {

    private static final int BATCH = 200;

    private final JdbcTemplate jdbc;

    DecisionWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A version that was decided on.
     *
     * @param knownBefore when the version that it corrects became known
     * @param dependsOn what else had a say, each {@code Type/id}
     */
    record Decided(
            ResourceKey key,
            long version,
            Optional<Instant> knownBefore,
            GroupRole role,
            ReleaseDecision own,
            Set<String> dependsOn) {

        private Optional<Timed> timed() {
            return own.fold(Optional::of, withheld -> Optional.empty());
        }
    }

    /** Writes them to rows that are there. */
    void write(List<Decided> decided) {
        jdbc.batchUpdate(
                """
                update released.resource set role = ?, known = ?, own_ordinary = ?, own_early = ?,
                  own_reasons = string_to_array(?, ',') where type = ? and id = ? and version = ?
                """,
                decided,
                BATCH,
                (statement, each) -> {
                    Optional<Timed> timed = each.timed();
                    Optional<Instant> known = timed.map(Timed::known).or(each::knownBefore);
                    statement.setString(1, each.role().name());
                    statement.setObject(2, known.map(Moments::utc).orElse(null));
                    statement.setObject(
                            3, timed.map(Timed::ordinary).map(Moments::utc).orElse(null));
                    statement.setObject(
                            4, timed.map(Timed::early).map(Moments::utc).orElse(null));
                    statement.setString(5, Reasons.text(each.own().reasons()));
                    statement.setString(6, each.key().type());
                    statement.setString(7, each.key().id());
                    statement.setLong(8, each.version());
                });
        List<ResourceKey> keys = decided.stream().map(Decided::key).toList();
        jdbc.update(
                "delete from released.dependence where (type, id) in (select * from unnest(?::text[], ?::text[]))",
                Keys.types(keys),
                Keys.ids(keys));
        List<Object[]> dependences = decided.stream()
                .flatMap(each -> each.dependsOn().stream().map(target ->
                        new Object[] {target, each.key().type(), each.key().id()}))
                .toList();
        jdbc.batchUpdate("insert into released.dependence (target, type, id) values (?, ?, ?)", dependences);
    }
}
