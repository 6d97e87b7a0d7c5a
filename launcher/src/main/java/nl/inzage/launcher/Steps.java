package nl.inzage.launcher;

import java.io.PrintStream;
import java.time.Duration;

/** Tells on the terminal what is going on and how long it has taken since the start. */
final class Steps {

    private final PrintStream out;
    private final long start = System.nanoTime();

    Steps(PrintStream out) {
        this.out = out;
    }

    void tell(String what) {
        out.printf("  %3d s  %s%n", Duration.ofNanos(System.nanoTime() - start).toSeconds(), what);
        out.flush();
    }
}
