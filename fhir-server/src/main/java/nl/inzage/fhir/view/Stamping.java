package nl.inzage.fhir.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.inzage.fhir.release.Groups;
import nl.inzage.fhir.release.PolicyFingerprints;
import nl.inzage.fhir.release.Reasons;
import nl.inzage.fhir.release.SeenWindows;
import nl.inzage.policy.release.ReleaseDecision;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Stamps rows of dossiers that are locked: what each group comes to, and during which time each version is then seen.
 * What is over on both tracks is taken away.
 */
final class Stamping {

    private final JdbcTemplate jdbc;
    private final GroupKeeper groups;
    private final PolicyFingerprints policies;
    private final Stamps stamps;
    private final Removal removal;

    Stamping(JdbcTemplate jdbc, PolicyFingerprints policies) {
        this.jdbc = jdbc;
        this.groups = new GroupKeeper(jdbc);
        this.policies = policies;
        this.stamps = new Stamps(jdbc);
        this.removal = new Removal(jdbc);
    }

    /** Stamps whole groups. */
    void stamp(Set<Member> members, Instant seen) {
        Map<String, Map<ResourceKey, List<StampedVersion>>> dossiers = versionsOf(members, seen);
        Map<String, Groups> ties = groups.groups(members);
        List<StampedVersion> decided = new ArrayList<>();
        List<SeenWindows> windows = new ArrayList<>();
        dossiers.forEach((patient, resources) -> {
            Map<String, ReleaseDecision> decisions =
                    ties.getOrDefault(patient, new Groups()).decide(present(resources.values()));
            resources.forEach((key, versions) -> {
                List<StampedVersion> all = versions.stream()
                        .map(version -> version.isNewest() ? version.decided(decisions.get(key.toString())) : version)
                        .toList();
                decided.addAll(all);
                windows.addAll(
                        SeenWindows.of(all.stream().map(StampedVersion::stamp).toList()));
            });
        });
        write(decided, windows, seen);
        stamps.keep(members.stream().map(Member::key).toList());
    }

    private static Map<String, Groups.Present> present(Collection<List<StampedVersion>> resources) {
        Map<String, Groups.Present> present = new HashMap<>();
        for (List<StampedVersion> versions : resources) {
            StampedVersion newest = versions.get(versions.size() - 1);
            present.put(newest.key().toString(), new Groups.Present(newest.member(), newest.seenUntil()));
        }
        return present;
    }

    /** By patient and resource, the oldest version first. */
    private Map<String, Map<ResourceKey, List<StampedVersion>>> versionsOf(Set<Member> members, Instant seen) {
        Map<String, Map<ResourceKey, List<StampedVersion>>> dossiers = new TreeMap<>();
        jdbc.query(
                """
                select coalesce(r.patient, '') as patient, r.type, r.id, r.version, r.hospital, r.role, r.replaced,
                  r.known, r.own_ordinary, r.own_early, r.own_reasons, r.ordinary_from, r.early_from, r.reasons,
                  case when p.fingerprint <> r.policy then least(p.seen_until, v.seen) else v.seen end as seen_until
                from unnest(?::text[], ?::text[], ?::text[]) m (patient, type, id)
                cross join (select ?::timestamptz as seen) v
                join released.resource r on r.type = m.type and r.id = m.id and coalesce(r.patient, '') = m.patient
                left join released.policy p on p.hospital = r.hospital
                order by r.type, r.id, r.version
                """,
                row -> {
                    StampedVersion version = StampedVersion.of(row);
                    dossiers.computeIfAbsent(row.getString("patient"), patient -> new TreeMap<>())
                            .computeIfAbsent(version.key(), key -> new ArrayList<>())
                            .add(version);
                },
                GroupKeeper.patients(members),
                GroupKeeper.types(members),
                GroupKeeper.ids(members),
                Moments.utc(seen));
        return dossiers;
    }

    private void write(List<StampedVersion> versions, List<SeenWindows> windows, Instant seen) {
        List<Object[]> written = new ArrayList<>();
        List<Removal.Version> over = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            StampedVersion version = versions.get(i);
            SeenWindows window = windows.get(i);
            if (!version.isNewest() && window.isOver(seen) && !window.isClosed()) {
                over.add(new Removal.Version(version.key(), version.version()));
            } else {
                written.add(stamp(version, window));
            }
        }
        update(written);
        removal.of(over);
    }

    private Object[] stamp(StampedVersion version, SeenWindows window) {
        return new Object[] {
            version.key().type(),
            version.key().id(),
            Long.toString(version.version()),
            Moments.text(window.ordinary().from()),
            Moments.text(window.ordinary().until()),
            Moments.text(window.early().from()),
            Moments.text(window.early().until()),
            Reasons.text(version.reasons()),
            policies.of(version.hospital())
        };
    }

    private void update(List<Object[]> rows) {
        Object[] columns = new Object[9];
        for (int column = 0; column < columns.length; column++) {
            int place = column;
            columns[column] = rows.stream().map(row -> (String) row[place]).toArray(String[]::new);
        }
        jdbc.update(
                """
                update released.resource r set ordinary_from = v.ordinary_from, ordinary_until = v.ordinary_until,
                  early_from = v.early_from, early_until = v.early_until,
                  reasons = string_to_array(v.reasons, ','), policy = v.policy
                from unnest(?::text[], ?::text[], ?::bigint[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[],
                  ?::timestamptz[], ?::text[], ?::text[])
                  v (type, id, version, ordinary_from, ordinary_until, early_from, early_until, reasons, policy)
                where r.type = v.type and r.id = v.id and r.version = v.version
                and (r.ordinary_from, r.ordinary_until, r.early_from, r.early_until, r.reasons, r.policy)
                  is distinct from (v.ordinary_from, v.ordinary_until, v.early_from, v.early_until,
                    string_to_array(v.reasons, ','), v.policy)
                """,
                columns);
    }

    /** Whether a row was stamped by another policy than holds now. */
    boolean isStale(VersionRow row) {
        return !row.policy().equals(policies.of(row.hospital()));
    }
}
