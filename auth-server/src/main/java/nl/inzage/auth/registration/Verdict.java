package nl.inzage.auth.registration;

import java.util.Locale;
import nl.inzage.auth.event.Act;

/** What a hospital can decide about an app. */
public enum Verdict {
    APPROVED(Act.CLIENT_APPROVED),
    REFUSED(Act.CLIENT_REFUSED),
    /** It was approved, and is no longer. */
    STOPPED(Act.CLIENT_STOPPED);

    private final Act act;

    Verdict(Act act) {
        this.act = act;
    }

    /** As what it is written down. */
    Act act() {
        return act;
    }

    /** The word in the database, and the last part of message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Verdict ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
