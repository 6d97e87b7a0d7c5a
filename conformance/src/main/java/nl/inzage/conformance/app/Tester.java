package nl.inzage.conformance.app;

import java.net.URI;
import java.util.Optional;

/** The person who does what no program can: log in, decide, and look. */
public interface Tester {

    /**
     * Asks to open an address in a browser, and comes back at once or later; the browser goes to the {@link Listener}.
     *
     * @return false when there is nobody who can do that
     */
    boolean visit(URI address, Wish wish);

    /** Asks something that is answered with yes or no; nothing when nobody answers. */
    Optional<Boolean> ask(String question);
}
