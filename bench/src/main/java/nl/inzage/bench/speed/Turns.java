package nl.inzage.bench.speed;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Warms both sides and then asks them in turns: A B A B, so that what else the machine does falls on both. */
final class Turns {

    private static final int COUNTED = 20;

    private final Settings settings;
    private final Lines lines;
    private final Postgres postgres;
    private final Run run;

    Turns(Settings settings, Lines lines, Postgres postgres) throws IOException {
        this.settings = settings;
        this.lines = lines;
        this.postgres = postgres;
        this.run = new Run(postgres.pid());
    }

    /** True when every answer was as it should be. */
    boolean take(List<Side> sides) throws IOException, InterruptedException, SQLException {
        for (Side side : sides) {
            warm(side);
        }
        boolean right = true;
        for (Mode mode : settings.modes()) {
            for (Scenario scenario : settings.scenarios()) {
                for (int round = 1; round <= settings.rounds(); round++) {
                    for (Side side : sides) {
                        right &= measure(Course.lay(scenario, mode, side.target(), side.people()), round);
                    }
                }
            }
        }
        return right;
    }

    private void warm(Side side) throws IOException, InterruptedException {
        double each = settings.warm() / (settings.scenarios().size() * 2.0 * settings.modes().size());
        for (int again = 0; again < 2; again++) {
            for (Mode mode : settings.modes()) {
                for (Scenario scenario : settings.scenarios()) {
                    run.of(Course.lay(scenario, mode, side.target(), side.people()), 8, each);
                }
            }
        }
    }

    private boolean measure(Course course, int round) throws IOException, InterruptedException, SQLException {
        double statements = round == 1 ? statements(course) : -1;
        int errors = 0;
        for (int connections : settings.connections()) {
            Run.Result result = run.of(course, connections, settings.seconds());
            errors += result.errors();
            lines.add(line(course, round, connections, result, statements));
        }
        return errors == 0;
    }

    /** Statements of the database for one unit, on an otherwise idle server. */
    private double statements(Course course) throws IOException, SQLException {
        String database = course.target().database();
        int units = Math.min(COUNTED, course.units().size());
        try (Wire wire = new Wire(course.target())) {
            postgres.execute(database, "select pg_stat_statements_reset()");
            for (int number = 0; number < units; number++) {
                course.ask(wire, number);
            }
        }
        return Double.parseDouble(postgres.text(
                        database,
                        "select coalesce(sum(s.calls), 0) from pg_stat_statements s"
                                + " join pg_database d on d.oid = s.dbid join pg_roles r on r.oid = s.userid"
                                + " where d.datname = '" + database + "' and r.rolname = '"
                                + course.target().role() + "'"))
                / units;
    }

    private Map<String, Object> line(
            Course course, int round, int connections, Run.Result result, double statements) {
        double units = Math.max(1, result.nanos().length);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("label", course.target().label());
        line.put("phase", settings.phase());
        line.put("scenario", course.scenario().name());
        line.put("mode", course.mode().name());
        line.put("round", round);
        line.put("connections", connections);
        line.put("units", result.nanos().length);
        line.put("errors", result.errors());
        line.put("entries", Lines.rounded(course.entries() / (double) course.units().size()));
        line.put("per_second", Lines.rounded(result.perSecond()));
        line.put("p50_ms", Lines.rounded(result.percentile(0.50)));
        line.put("p95_ms", Lines.rounded(result.percentile(0.95)));
        line.put("p99_ms", Lines.rounded(result.percentile(0.99)));
        line.put("cpu_jvm_ms", Lines.rounded(result.jvmMillis() / units));
        line.put("cpu_pg_ms", Lines.rounded(result.postgresMillis() / units));
        if (statements >= 0) {
            line.put("statements", Lines.rounded(statements));
        }
        line.put("load", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        return line;
    }
}
