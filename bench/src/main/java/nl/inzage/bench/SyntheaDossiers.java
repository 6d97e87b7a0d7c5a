package nl.inzage.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.mitre.synthea.engine.Generator;
import org.mitre.synthea.engine.Generator.GeneratorOptions;
import org.mitre.synthea.helpers.Config;

/**
 * Makes dossiers of invented people by Synthea (<a href="https://github.com/synthetichealth/synthea">source</a>). The
 * seeds and the clock are fixed, so that the same number gives the same files on every machine.
 */
public final class SyntheaDossiers {

    private static final long SEED = 20261122;
    private static final Instant END = Instant.parse("2026-11-01T00:00:00Z");

    private SyntheaDossiers() {}

    /**
     * Makes them.
     *
     * @param arguments the number of people and the folder, which must be new or empty
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2 || !arguments[0].matches("[1-9][0-9]{0,5}")) {
            refuse("Say how many dossiers and into which folder: 20 data/synthea-20");
        }
        int people = Integer.parseInt(arguments[0]);
        OutputFolder folder = new OutputFolder(Path.of(arguments[1]), people);
        if (folder.isMade()) {
            System.out.println(folder + " holds these " + people + " dossiers already.");
            return;
        }
        if (!folder.begin()) {
            refuse(folder + " holds something else; choose a new folder.");
        }
        System.out.println("Making " + people + " dossiers in " + folder + ".");
        configure(folder.path());
        generate(people);
        folder.end();
    }

    private static void refuse(String sentence) {
        System.err.println(sentence);
        System.exit(1);
    }

    private static void configure(Path folder) {
        Config.set("exporter.baseDirectory", folder.toString());
        Config.set("exporter.years_of_history", "5");
        Config.set("exporter.fhir.use_us_core_ig", "false");
        Config.set("exporter.fhir.transaction_bundle", "true");
        // A hospital sends no bills to a dossier; they would be half of it.
        Config.set("exporter.fhir.excluded_resources", "Claim,ExplanationOfBenefit");
        Config.set("exporter.metadata.export", "false");
        Config.set("generate.log_patients.detail", "none");
        Config.set("generate.only_alive_patients", "true");
    }

    private static void generate(int people) {
        GeneratorOptions options = new GeneratorOptions();
        options.population = people;
        options.overflow = false;
        options.seed = SEED;
        options.clinicianSeed = SEED;
        options.referenceTime = END.toEpochMilli();
        options.endTime = END.toEpochMilli();
        PrintStream terminal = System.out;
        // Synthea tells each module and person that it loads.
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            new Generator(options).run();
        } finally {
            System.setOut(terminal);
        }
    }
}
