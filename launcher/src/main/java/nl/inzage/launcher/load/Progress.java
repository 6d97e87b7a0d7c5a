package nl.inzage.launcher.load;

import java.io.PrintStream;

/** Shows how far a push is. */
public interface Progress {

    /** So many files will be pushed. */
    void begin(int files);

    /** One file is done: how many resources of it are stored, and why not all of them, if so. */
    void done(String file, int resources, String complaint);

    /** Nothing more will be done. */
    void end();

    /** A bar that fills where a person looks, a line a file where it goes into a log. */
    static Progress on(PrintStream out, boolean terminal) {
        return terminal ? new ProgressBar(out) : new ProgressLines(out);
    }

    /** On the standard output, as fits what that is connected to. */
    static Progress standard() {
        return on(System.out, Terminal.isThere());
    }
}
