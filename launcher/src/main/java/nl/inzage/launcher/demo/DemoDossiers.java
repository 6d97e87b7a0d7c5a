package nl.inzage.launcher.demo;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import nl.inzage.launcher.demo.fhir.HospitalBundle;
import nl.inzage.launcher.demo.fhir.PersonBundle;
import nl.inzage.launcher.demo.people.DemoData;
import nl.inzage.launcher.demo.people.DutchCalendar;
import nl.inzage.launcher.demo.people.PersonFile;
import nl.inzage.launcher.load.FhirTarget;
import nl.inzage.launcher.load.LoadOptions;
import nl.inzage.launcher.load.LoadSummary;
import nl.inzage.launcher.load.Progress;
import nl.inzage.launcher.load.Pusher;
import nl.inzage.launcher.load.Pusher.Transaction;
import nl.inzage.launcher.load.SystemClientKey;
import org.hl7.fhir.r4.model.Bundle;

/** The dossiers of the demo people, pushed by the demo hospital's system as any hospital would. */
public final class DemoDossiers {

    /** Under which client the demo hospital's system is registered. */
    public static final String CLIENT_ID = "demo-ehr";

    private final Path folder;
    private final Clock clock;

    /**
     * Makes them for a data folder.
     *
     * @param folder keeps the moment of the first start and what has been pushed
     */
    public DemoDossiers(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** Pushes the hospital and each dossier; what was accepted before is not sent again. */
    public LoadSummary push(FhirTarget target, SystemClientKey key, Progress progress)
            throws IOException, InterruptedException {
        return new Pusher(target, key, folder.resolve("demo-report.ndjson"), LoadOptions.USUAL, clock)
                .pushTransactions(transactions(), progress);
    }

    List<Transaction> transactions() throws IOException {
        DemoData data = DemoData.read();
        DutchCalendar calendar = new DutchCalendar(FirstStart.of(folder, clock).moment());
        IParser parser = FhirContext.forR4Cached().newJsonParser();
        List<Transaction> transactions = new ArrayList<>();
        transactions.add(transaction("hospital", new HospitalBundle(data.hospital()).bundle(), parser));
        PersonBundle bundles = new PersonBundle(data, calendar);
        for (PersonFile file : data.people()) {
            transactions.add(transaction(file.person().name().everyday(), bundles.bundle(file), parser));
        }
        return transactions;
    }

    private static Transaction transaction(String name, Bundle bundle, IParser parser) {
        return new Transaction(
                name, parser.encodeResourceToString(bundle), bundle.getEntry().size());
    }
}
