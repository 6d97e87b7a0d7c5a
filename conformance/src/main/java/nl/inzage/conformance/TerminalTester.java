package nl.inzage.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import nl.inzage.conformance.app.Tester;
import nl.inzage.conformance.app.Wish;

/** Somebody at a terminal, with a browser beside it. */
final class TerminalTester implements Tester {

    private final BufferedReader in;
    private final PrintStream out;
    private int step;

    TerminalTester(BufferedReader in, PrintStream out) {
        this.in = in;
        this.out = out;
    }

    @Override
    public boolean visit(URI address, Wish wish) {
        step++;
        out.println();
        out.println("Step " + step + ". Open this address in your browser. " + wish.sentence());
        out.println("  " + address);
        out.println();
        return true;
    }

    @Override
    public Optional<Boolean> ask(String question) {
        out.print(question + " [y/n, or Enter for: not judged] ");
        out.flush();
        try {
            String answer = in.readLine();
            String said = answer == null ? "" : answer.strip().toLowerCase(Locale.ROOT);
            return switch (said) {
                case "y", "yes", "j", "ja" -> Optional.of(true);
                case "n", "no", "nee" -> Optional.of(false);
                default -> Optional.empty();
            };
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
