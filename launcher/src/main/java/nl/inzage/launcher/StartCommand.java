package nl.inzage.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import nl.inzage.launcher.demo.DemoDossiers;
import nl.inzage.launcher.demo.DemoPeople;
import nl.inzage.launcher.digid.DigidSimulator;
import nl.inzage.launcher.digid.SimulatorClient;
import nl.inzage.launcher.load.FhirTarget;
import nl.inzage.launcher.load.LoadSummary;
import nl.inzage.launcher.load.Progress;
import nl.inzage.launcher.load.SystemClientKey;

/** Starts the dossier with its demo people, tells where to go, and stops it when it is asked to. */
final class StartCommand {

    private final Path home;
    private final Path folder;
    private final Ports ports;
    private final PrintStream out;
    private final Clock clock;
    private DataFolder data;
    private DigidSimulator digid;
    private Dossier dossier;

    StartCommand(Path home, Path folder, Ports ports, PrintStream out, Clock clock) {
        this.home = home;
        this.folder = folder;
        this.ports = ports;
        this.out = out;
        this.clock = clock;
    }

    /**
     * Runs until Ctrl-C, or until a part ends by itself.
     *
     * @throws StartRefused when it cannot start or a part ended; everything has been stopped then
     */
    void run() throws StartRefused, IOException, InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop-the-dossier"));
        out.println();
        out.print(new Banner(start(), DemoPeople.read()).text());
        Optional<String> ended = dossier.awaitEndOfAnApp();
        if (ended.isPresent()) {
            throw new StartRefused("The " + ended.get() + " ended by itself; see "
                    + data.logs().resolve(ended.get() + ".log") + ".");
        }
    }

    /** Starts everything and comes back when a person can log in. */
    Addresses start() throws StartRefused, IOException, InterruptedException {
        Steps steps = new Steps(out);
        data = DataFolder.take(folder);
        dossier = new Dossier(home, data, ports, steps);
        SystemClientKey ehr = SystemClientKey.in(data.path(), DemoDossiers.CLIENT_ID);
        dossier.start(files(ehr));
        digid = DigidSimulator.start(
                ports.digid(), digidClient(), DemoPeople.read().atDigid(), clock);
        steps.tell("the demo hospital's system sends its dossiers");
        LoadSummary summary = new DemoDossiers(data.path(), clock)
                .push(FhirTarget.fullDoor(dossier.addresses().fhir()), ehr, Progress.standard());
        if (!summary.isComplete()) {
            throw new StartRefused("The FHIR server did not accept every demo dossier; see "
                    + data.path().resolve("demo-report.ndjson") + ".");
        }
        steps.tell(summary.sentence());
        return dossier.addresses();
    }

    private StartFiles files(SystemClientKey ehr) throws IOException {
        Path clients = data.path().resolve("clients.yaml");
        SystemClientKey conformance = SystemClientKey.in(data.path(), ClientsFile.CONFORMANCE_WITH_KEY);
        new ClientsFile(dossier.addresses(), ehr, conformance).writeTo(clients);
        Path accounts = data.path().resolve("accounts.yaml");
        Files.writeString(accounts, DemoPeople.read().accountsFile());
        Path connections = data.path().resolve("digid.yaml");
        new DigidFile(dossier.addresses()).writeTo(connections);
        return new StartFiles(clients, accounts, connections);
    }

    private SimulatorClient digidClient() throws IOException {
        return new SimulatorClient(
                DigidFile.CLIENT_ID,
                Secrets.in(data.path()).get("INZAGE_DIGID_CLIENT_SECRET"),
                new DigidFile(dossier.addresses()).redirectUri());
    }

    /** Stops what was started; a second call does nothing. */
    void stop() {
        try {
            if (digid != null) {
                digid.close();
            }
            if (dossier != null) {
                dossier.close();
            }
            if (data != null) {
                data.close();
            }
        } catch (IOException e) {
            out.println("Not everything stopped as it should: " + e.getMessage());
        }
    }
}
