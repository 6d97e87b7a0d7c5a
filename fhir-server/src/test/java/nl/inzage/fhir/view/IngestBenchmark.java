package nl.inzage.fhir.view;

import ca.uhn.fhir.interceptor.api.IInterceptorService;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.inzage.fhir.TestClient;
import nl.inzage.fhir.TestClient.Answer;
import nl.inzage.fhir.watch.Watch;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestContextManager;

/**
 * What the released view costs those who push: the same transactions again and again, in turns with and without the
 * hook that writes it. Run by hand: it asserts nothing. As a class with a {@code main}, with the class path that
 * {@code mvn dependency:build-classpath} tells and {@code -Xmx3g}.
 */
@OwnServerTest
class IngestBenchmark {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HOSPITAL = "linde";
    private static final List<Boolean> TURNS = List.of(true, false, false, true);

    @Autowired
    private TestClient client;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private IInterceptorService store;

    @Autowired
    private ReleasedViewWriter hook;

    @Autowired
    private List<Watch> watches;

    /** What a turn took: of the JVM with its client, and of the database's connections, in milliseconds a resource. */
    private record Turn(boolean with, int resources, double perSecond, double jvm, double database, double wal) {}

    /**
     * Measures.
     *
     * @param arguments the folder of Synthea's transactions, how many of patients, how often all turns
     */
    public static void main(String[] arguments) throws Exception {
        IngestBenchmark benchmark = new IngestBenchmark();
        new TestContextManager(IngestBenchmark.class).prepareTestInstance(benchmark);
        benchmark.run(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        System.exit(0);
    }

    private void run(Path folder, int patients, int times) throws IOException {
        watches.stream().filter(Watch::isRunning).forEach(Watch::stop);
        send(transactions(folder, true, Integer.MAX_VALUE));
        List<String> bundles = transactions(folder, false, patients);
        List<Turn> turns = new ArrayList<>();
        for (int time = 0; time <= times; time++) {
            for (boolean with : TURNS) {
                Turn turn = turn(bundles, with);
                System.out.println(JSON.writeValueAsString(turn) + (time == 0 ? " warming" : ""));
                if (time > 0) {
                    turns.add(turn);
                }
            }
        }
        store.registerInterceptor(hook);
        System.out.printf(
                "with / without: resources a second %.3f, JVM %.3f, database %.3f, write-ahead log %.3f%n",
                ratio(turns, Turn::perSecond),
                ratio(turns, Turn::jvm),
                ratio(turns, Turn::database),
                ratio(turns, Turn::wal));
    }

    private interface Figure {
        double of(Turn turn);
    }

    private static double ratio(List<Turn> turns, Figure figure) {
        return sum(turns, true, figure) / sum(turns, false, figure);
    }

    private static double sum(List<Turn> turns, boolean with, Figure figure) {
        return turns.stream()
                .filter(turn -> turn.with() == with)
                .mapToDouble(figure::of)
                .sum();
    }

    private Turn turn(List<String> bundles, boolean with) throws IOException {
        store.unregisterInterceptor(hook);
        if (with) {
            store.registerInterceptor(hook);
        }
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        long began = System.nanoTime();
        long jvm = jvmNanos();
        long database = databaseMillis(jdbc);
        String wal = jdbc.queryForObject("select pg_current_wal_lsn()::text", String.class);
        int resources = send(bundles);
        double seconds = (System.nanoTime() - began) / 1e9;
        Double bytes = jdbc.queryForObject("select pg_current_wal_lsn() - ?::pg_lsn", Double.class, wal);
        return new Turn(
                with,
                resources,
                resources / seconds,
                (jvmNanos() - jvm) / 1e6 / resources,
                (double) (databaseMillis(jdbc) - database) / resources,
                bytes == null ? 0 : bytes / resources);
    }

    private int send(List<String> bundles) throws IOException {
        TestClient.Caller ehr = client.ehrOf(HOSPITAL);
        int resources = 0;
        for (String bundle : bundles) {
            Answer answer = ehr.post("/ehr", bundle, "Prefer", "return=minimal");
            if (answer.status() != 200) {
                throw new IOException(answer.status() + " " + answer.body());
            }
            resources += answer.json().path("entry").size();
        }
        return resources;
    }

    private static long jvmNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /** Of the connections that are there, from {@code /proc}: ticks of ten milliseconds. */
    private static long databaseMillis(JdbcTemplate jdbc) throws IOException {
        long ticks = 0;
        for (Map<String, Object> row :
                jdbc.queryForList("select pid from pg_stat_activity where usename = 'inzage_fhir'")) {
            String stat = Files.readString(Path.of("/proc", row.get("pid").toString(), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            ticks += Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        }
        return ticks * 10;
    }

    /** Synthea writes who is named by all as a batch, which a hospital may not send. */
    private static List<String> transactions(Path folder, boolean named, int most) throws IOException {
        List<String> bundles = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> chosen = files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> isNamedByAll(file) == named)
                    .sorted(Comparator.comparing(IngestBenchmark::size))
                    .limit(most)
                    .toList();
            for (Path file : chosen) {
                ObjectNode bundle = (ObjectNode) JSON.readTree(file.toFile());
                bundles.add(JSON.writeValueAsString(bundle.put("type", "transaction")));
            }
        }
        return bundles;
    }

    private static long size(Path file) {
        return file.toFile().length();
    }

    private static boolean isNamedByAll(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("hospitalInformation") || name.startsWith("practitionerInformation");
    }
}
