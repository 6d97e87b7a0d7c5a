package nl.inzage.fhir.view;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import nl.inzage.database.TestDatabase;
import nl.inzage.fhir.TestClient;
import nl.inzage.fhir.watch.Watch;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestContextManager;

/**
 * How many resources a second a rebuild writes, on copies of one dossier. Run by hand: it asserts nothing. As a class
 * with a {@code main}, with the class path that {@code mvn dependency:build-classpath} tells and {@code -Xmx3g}.
 */
@OwnServerTest
class RebuildBenchmark {

    @Autowired
    private TestClient client;

    @Autowired
    private TestDatabase database;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private List<Watch> watches;

    @Autowired
    private Upkeep upkeep;

    @Autowired
    private UpkeepBook book;

    private UpkeepStage stage;

    /**
     * Measures.
     *
     * @param arguments how many copies, of two people with about twenty resources together
     */
    public static void main(String[] arguments) throws Exception {
        RebuildBenchmark benchmark = new RebuildBenchmark();
        new TestContextManager(RebuildBenchmark.class).prepareTestInstance(benchmark);
        benchmark.run(Integer.parseInt(arguments[0]));
        System.exit(0);
    }

    private void run(int dossiers) throws SQLException {
        watches.stream().filter(Watch::isRunning).forEach(Watch::stop);
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        stage = new UpkeepStage(jdbc, client);
        stage.stopClock();
        stage.live();
        copy(dossiers);
        measure("nothing is there, no stamps either", UpkeepTask.REBUILD);
        for (int i = 0; i < 2; i++) {
            stage.empty();
            measure("nothing is there but the stamps", UpkeepTask.REBUILD);
        }
        measure("all is there", UpkeepTask.REBUILD);
        measure("comparison, asked for", UpkeepTask.RECONCILE);
        for (String table : List.of("released.resource", "released.stamp", "released.link")) {
            System.out.println(table + ": "
                    + jdbc.queryForObject(
                            "select pg_size_pretty(pg_total_relation_size('" + table + "'))", String.class));
        }
    }

    private void measure(String what, UpkeepTask task) {
        book.ask(task);
        long began = System.nanoTime();
        upkeep.look();
        double seconds = (System.nanoTime() - began) / 1e9;
        UpkeepBook.Page page = book.page(task);
        System.out.printf(
                "%s: %d resources, %d rows written, %.1f s, %.0f a second%n",
                what, page.done(), page.mended(), seconds, page.done() / seconds);
    }

    private void copy(int dossiers) throws SQLException {
        String mark = stage.id("");
        try (Connection connection = database.superuser();
                Statement statement = connection.createStatement()) {
            for (String sql : List.of(
                    "create temp table m as select r.res_id as old, i, (select max(res_id) from fhir.hfj_resource)"
                            + " + row_number() over (order by i, r.res_id) as new from fhir.hfj_resource r"
                            + " cross join generate_series(1, " + dossiers + ") i where r.fhir_id like '" + mark + "%'",
                    "insert into fhir.hfj_resource select (jsonb_populate_record(r, jsonb_build_object('res_id', m.new,"
                            + " 'fhir_id', replace(r.fhir_id, '" + mark + "', 'c' || m.i || '-')))).* from m"
                            + " join fhir.hfj_resource r on r.res_id = m.old",
                    "create temp table v as select v.pid as old, (select max(pid) from fhir.hfj_res_ver)"
                            + " + row_number() over (order by m.new) as new, m.new as number, m.i from m"
                            + " join fhir.hfj_res_ver v on v.res_id = m.old",
                    "insert into fhir.hfj_res_ver select (jsonb_populate_record(h, jsonb_build_object('pid', v.new,"
                            + " 'res_id', v.number, 'res_text_vc', replace(h.res_text_vc, '" + mark
                            + "', 'c' || v.i || '-')))).* from v join fhir.hfj_res_ver h on h.pid = v.old",
                    "insert into fhir.hfj_history_tag select (jsonb_populate_record(t, jsonb_build_object('pid',"
                            + " (select max(pid) from fhir.hfj_history_tag) + row_number() over (), 'res_ver_pid',"
                            + " v.new, 'res_id', v.number))).* from v"
                            + " join fhir.hfj_history_tag t on t.res_ver_pid = v.old",
                    "analyze")) {
                statement.execute(sql);
            }
        }
    }
}
