package nl.inzage.portal.settings;

/** A setting that is wrong only in this combination of settings; ends the start with one sentence. */
public final class SettingRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Never give the value: this ends up in a log. */
    public SettingRefused(String variable, String need) {
        super(variable + " " + need + ".");
    }
}
