package nl.inzage.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.time.Clock;
import java.util.List;
import nl.inzage.conformance.check.NotASmartServer;
import nl.inzage.conformance.check.Options;
import nl.inzage.conformance.check.Run;
import nl.inzage.conformance.report.JsonLines;
import nl.inzage.conformance.report.Report;
import nl.inzage.conformance.report.Requirements;
import nl.inzage.conformance.web.Trust;
import nl.inzage.conformance.web.Web;

/**
 * The program: 0 when nothing that the server must do fails, 1 when something does, 2 when there was nothing to judge.
 */
public final class Conformance {

    private static final String USAGE =
            """
            Usage: ./inzage conformance FHIR-BASE [--name value ...]
              --client-id ID            the app that a person launches; also --client-secret S or --client-key JWK-FILE
              --redirect-port N         its redirect address is http://127.0.0.1:N/callback (8787)
              --scope "..."             what it asks
              --ehr-launch yes          wait for a launch at http://127.0.0.1:N/launch too
              --system-id ID --system-key JWK-FILE [--system-scope "..."]     a system (Backend Services)
              --introspection-id ID     a client that may ask about tokens; -secret or -key as above
              --groups a,b              only these groups
              --wait SECONDS            how long you take for a step (180)
              --json FILE               the results as JSON lines too
              --certificates PEM-FILE   the certificates that the server's own is signed with
              --settings FILE           these options as name=value lines (a secret belongs there)
            docs/conformance.md tells more.""";

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;

    Conformance(InputStream in, PrintStream out, PrintStream err) {
        this.in = in;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) throws InterruptedException {
        System.exit(new Conformance(System.in, System.out, System.err).run(List.of(arguments)));
    }

    int run(List<String> arguments) throws InterruptedException {
        Requirements requirements = Requirements.read();
        try {
            Options options = OptionsReader.read(arguments, requirements.groups());
            Report report = new Report(requirements, options.groups(), result -> out.println(result.line()));
            BufferedReader keyboard = new BufferedReader(new InputStreamReader(in, Charset.defaultCharset()));
            Web web = new Web(Trust.in(options.certificates()));
            new Run(options, web, new TerminalTester(keyboard, out), Clock.systemUTC()).into(report);
            if (options.json().isPresent()) {
                new JsonLines().write(report.results(), options.json().get());
            }
            out.println();
            out.println(report.summary());
            return report.isGood() ? 0 : 1;
        } catch (OptionsRefused e) {
            err.println("conformance: " + e.getMessage());
            err.println(USAGE);
            return 2;
        } catch (NotASmartServer e) {
            err.println("conformance: " + e.getMessage());
            return 2;
        } catch (IOException e) {
            err.println("conformance: " + e.getMessage());
            return 2;
        }
    }
}
