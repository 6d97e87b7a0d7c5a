package nl.inzage.launcher.load;

import java.io.PrintStream;

/** A bar that fills on one line of a terminal; complaints stay above it. */
final class ProgressBar implements Progress {

    private static final int WIDTH = 32;
    private static final String CLEAR_LINE = "\r\u001b[2K";

    private final PrintStream out;
    private int files;
    private int done;
    private long resources;

    ProgressBar(PrintStream out) {
        this.out = out;
    }

    @Override
    public synchronized void begin(int expected) {
        files = expected;
        draw();
    }

    @Override
    public synchronized void done(String file, int stored, String complaint) {
        done++;
        resources += stored;
        if (!complaint.isEmpty()) {
            out.print(CLEAR_LINE + "  " + file + "  " + complaint + "\n");
        }
        draw();
    }

    @Override
    public synchronized void end() {
        out.print("\n");
        out.flush();
    }

    private void draw() {
        int filled = files == 0 ? WIDTH : done * WIDTH / files;
        out.print(CLEAR_LINE + "  [" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] " + done + "/" + files
                + " files, " + resources + " resources");
        out.flush();
    }
}
