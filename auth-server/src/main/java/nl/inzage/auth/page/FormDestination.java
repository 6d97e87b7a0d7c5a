package nl.inzage.auth.page;

import java.net.URI;
import java.util.List;

/** Sites that a form of ours sends the browser on to, beside the registered apps. */
public interface FormDestination {

    /** Their addresses; the path does not matter. */
    List<URI> formDestinations();
}
