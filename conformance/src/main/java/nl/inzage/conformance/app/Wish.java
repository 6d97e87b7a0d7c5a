package nl.inzage.conformance.app;

/** What the person does on the pages of the server, and the sentence that asks it. */
public enum Wish {
    ALLOW("Log in if asked, and allow all that the app asks."),
    LEAVE_OUT_TYPES("Log in if asked, and leave some kinds of data out; allow the rest."),
    CHOOSE_PARTS(
            "Log in if asked, and allow only a part of the conditions and of the observations, where the page offers that."),
    REFUSE("Log in if asked, and refuse."),
    LAUNCH("Launch the app from the portal or EHR; it is registered with this address."),
    LOOK("Log in if asked. An error is expected: do not go on when the server shows one.");

    private final String sentence;

    Wish(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
