package nl.inzage.launcher.load;

import java.io.PrintStream;

/** A line a file, for a log. */
final class ProgressLines implements Progress {

    private final PrintStream out;
    private int files;
    private int done;

    ProgressLines(PrintStream out) {
        this.out = out;
    }

    @Override
    public synchronized void begin(int expected) {
        files = expected;
        done = 0;
    }

    @Override
    public synchronized void done(String file, int resources, String complaint) {
        done++;
        String fate = complaint.isEmpty() ? resources + " resources" : complaint;
        out.println("  " + done + "/" + files + "  " + file + "  " + fate);
    }

    @Override
    public void end() {
        out.flush();
    }
}
