package nl.inzage.launcher.load;

import java.io.Console;

/** Knows whether somebody looks at the standard output or it goes into a file. */
final class Terminal {

    private Terminal() {}

    // Null means "no terminal" up to Java 21; later versions are asked.
    @SuppressWarnings("SystemConsoleNull")
    static boolean isThere() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
