package nl.inzage.bench.speed;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Starts a database server, plain HAPI and the product, gives both the same dossiers, warms both, asks them in turns
 * and stops. {@code A} is plain HAPI, {@code B} the product; docs/performance.md explains the lines.
 */
public final class Comparison {

    private static final List<String> CODES = List.of("85354-9", "29463-7", "8302-2", "72514-3", "8867-4");
    private static final String HOSPITAL = "linde";

    private final Settings settings;
    private final Lines lines;
    private final Postgres postgres;

    private Comparison(Settings settings, Lines lines, Postgres postgres) {
        this.settings = settings;
        this.lines = lines;
        this.postgres = postgres;
    }

    /**
     * Runs it; ends with status 1 when an answer was not as it should be.
     *
     * @param arguments see {@link Settings}
     */
    public static void main(String[] arguments) throws Exception {
        Settings settings = Settings.of(arguments);
        Files.createDirectories(settings.work());
        boolean right;
        try (Lines lines = new Lines(settings.work().resolve("lines.jsonl"));
                Postgres postgres = Postgres.start(settings.work().resolve("postgres"))) {
            right = new Comparison(settings, lines, postgres).run();
            System.out.println(new Summary(lines.all()).text());
        }
        System.exit(right ? 0 : 1);
    }

    private boolean run() throws IOException, InterruptedException, SQLException, GeneralSecurityException {
        Path home = settings.home();
        String roles = Files.readString(home.resolve("database/src/main/resources/nl/inzage/database/roles.sql"))
                .replaceAll(":'[a-z]+_password'", "'" + Postgres.PASSWORD + "'");
        postgres.make("ours", roles);
        postgres.make("stock", "create role stock login superuser password '" + Postgres.PASSWORD + "'");
        try (Issuer issuer = Issuer.start();
                Server stock = settings.label("A") ? stock(Server.freePort()) : null;
                Product product = settings.label("B") ? Product.start(settings, postgres, issuer) : null) {
            Map<String, Map<String, String>> patients = new LinkedHashMap<>();
            if (stock != null) {
                Ingest ingest = new Ingest(stockBase, "");
                fill(ingest, "A", stock.pid());
                patients.put("A", ingest.patients());
            }
            if (product != null) {
                Ingest ingest = new Ingest(product.ehr(), issuer.ofSystem(product.url(), HOSPITAL));
                fill(ingest, "B", product.pid());
                patients.put("B", ingest.patients());
            }
            Set<String> known = onAll(patients.values());
            List<Side> sides = new ArrayList<>();
            if (stock != null) {
                Target target = new Target("A", stockBase, stock.pid(), "stock", "stock");
                sides.add(new Side(target, people(known, patients.get("A"), id -> "")));
            }
            if (product != null) {
                Target target = new Target("B", product.fhir(), product.pid(), "ours", "inzage_reader");
                sides.add(new Side(
                        target,
                        people(known, patients.get("B"), id -> issuer.ofPatient(product.url(), HOSPITAL, id))));
            }
            postgres.execute("ours", "vacuum analyze");
            postgres.execute("stock", "vacuum analyze");
            boolean right = new Turns(settings, lines, postgres).take(sides);
            if (settings.grow() > 1 && product != null) {
                Growth growth = new Growth(settings.grow());
                postgres.execute("ours", growth.statement());
                postgres.execute("ours", "vacuum analyze");
                right &= new Turns(settings.once("grown"), lines, postgres)
                        .take(sides.subList(sides.size() - 1, sides.size()));
            }
            return right;
        }
    }

    private URI stockBase;

    private Server stock(int port) throws IOException, InterruptedException {
        stockBase = URI.create("http://127.0.0.1:" + port + "/fhir");
        return Server.start(
                settings.home().resolve("bench/stock"),
                "nl.inzage.bench.stock.StockServer",
                settings.work(),
                Map.of(
                        "SERVER_PORT",
                        Integer.toString(port),
                        "SPRING_DATASOURCE_URL",
                        postgres.url("stock"),
                        "SPRING_DATASOURCE_USERNAME",
                        "stock",
                        "SPRING_DATASOURCE_PASSWORD",
                        Postgres.PASSWORD),
                List.of(),
                URI.create(stockBase + "/metadata"));
    }

    /** Sends the dossiers, unless an earlier run did. */
    private void fill(Ingest ingest, String label, long pid)
            throws IOException, InterruptedException {
        if (!ingest.patients().isEmpty()) {
            return;
        }
        long begun = System.nanoTime();
        long jvm = ProcessTime.of(pid);
        long database = ProcessTime.ofFamily(postgres.pid());
        int resources = ingest.send(settings.data());
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("label", label);
        line.put("scenario", "ingest");
        line.put("resources", resources);
        line.put("per_second", Lines.rounded(resources / ((System.nanoTime() - begun) / 1e9)));
        line.put("cpu_jvm_ms", Lines.rounded((ProcessTime.of(pid) - jvm) / (double) resources));
        line.put("cpu_pg_ms", Lines.rounded((ProcessTime.ofFamily(postgres.pid()) - database) / (double) resources));
        lines.add(line);
    }

    private interface TokenOf {
        String patient(String id) throws GeneralSecurityException;
    }

    /** Who is known to all sides, so that the same is asked of each. */
    private static Set<String> onAll(Collection<Map<String, String>> sides) {
        Set<String> known = new TreeSet<>(sides.iterator().next().keySet());
        sides.forEach(side -> known.retainAll(side.keySet()));
        return known;
    }

    private List<Person> people(Set<String> known, Map<String, String> patients, TokenOf tokens)
            throws GeneralSecurityException {
        List<Person> people = new ArrayList<>();
        for (String identifier : known) {
            if (people.size() < settings.people()) {
                String id = patients.get(identifier);
                people.add(
                        new Person(identifier, id, CODES.get(people.size() % CODES.size()), tokens.patient(id)));
            }
        }
        return people;
    }
}
