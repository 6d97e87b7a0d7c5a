package nl.inzage.fhir.view;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.inzage.fhir.release.SeenWindows;
import nl.inzage.fhir.release.SeenWindows.Window;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes away replaced versions that nobody sees any more, on either track, and what they named. */
final class Sweep {

    /** So long they stay, should the clock turn out to have been ahead. */
    private static final Duration KEPT = Duration.ofDays(1);

    private static final int PORTION = 500;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final Dossiers dossiers;
    private final Removal removal;

    Sweep(JdbcTemplate jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.dossiers = new Dossiers(jdbc);
        this.removal = new Removal(jdbc);
    }

    private record Old(ResourceKey key, Optional<String> patient, SeenWindows windows) {}

    /** Sweeps all; how many versions went. */
    long run() {
        long swept = 0;
        ResourceKey after = new ResourceKey("", "");
        List<Old> portion = old(after);
        while (!portion.isEmpty()) {
            List<Old> seen = portion;
            swept += Optional.ofNullable(transactions.execute(transaction -> sweep(seen)))
                    .orElse(0);
            after = portion.get(portion.size() - 1).key();
            portion = old(after);
        }
        return swept;
    }

    private int sweep(List<Old> portion) {
        Instant cut = jdbc.queryForObject("select released.moment()", OffsetDateTime.class)
                .toInstant()
                .minus(KEPT);
        Set<String> patients = new TreeSet<>();
        Set<ResourceKey> keys = new TreeSet<>();
        portion.stream().filter(each -> isOver(each, cut)).forEach(each -> {
            each.patient().ifPresent(patients::add);
            keys.add(each.key());
        });
        if (keys.isEmpty()) {
            return 0;
        }
        dossiers.lock(patients);
        List<Removal.Version> over = windows(
                        "and (r.type, r.id) in (select * from unnest(?::text[], ?::text[]))",
                        Keys.types(keys),
                        Keys.ids(keys))
                .stream()
                .filter(each -> isOver(each, cut))
                .map(each -> new Removal.Version(each.key(), each.windows().version()))
                .toList();
        removal.of(over);
        return over.size();
    }

    private static boolean isOver(Old each, Instant cut) {
        return each.windows().isOver(cut) && !each.windows().isClosed();
    }

    /** All replaced versions of the resources that come next. */
    private List<Old> old(ResourceKey after) {
        return windows(
                """
                and (r.type, r.id) in (select distinct o.type, o.id from released.resource o
                  where o.replaced is not null and (o.type, o.id) > (?, ?) order by o.type, o.id limit ?)
                order by r.type, r.id
                """,
                after.type(),
                after.id(),
                PORTION);
    }

    /** While a hospital's rows are stamped anew, some are seen as they were at another moment. */
    private List<Old> windows(String condition, Object... values) {
        return jdbc.query(
                """
                select r.type, r.id, r.version, r.patient, r.ordinary_from, r.ordinary_until, r.early_from,
                  r.early_until, exists (select from released.policy p where p.hospital = r.hospital and p.seen_until is not null)
                    as restamping
                from released.resource r where r.replaced is not null
                """
                        + condition,
                (row, number) -> new Old(
                        new ResourceKey(row.getString("type"), row.getString("id")),
                        Optional.ofNullable(row.getString("patient")),
                        new SeenWindows(
                                row.getLong("version"),
                                new Window(
                                        Moments.in(row, "ordinary_from"),
                                        row.getBoolean("restamping")
                                                ? Instant.MAX
                                                : Moments.bound(row, "ordinary_until")),
                                new Window(
                                        Moments.in(row, "early_from"),
                                        row.getBoolean("restamping")
                                                ? Instant.MAX
                                                : Moments.bound(row, "early_until")))),
                values);
    }
}
