package nl.inzage.auth.staff;

import java.util.Map;

/** Why an administrator does something, in his or her own words. */
record Reason(String text) {

    private static final int SHORTEST = 5;
    private static final int LONGEST = 200;

    static Reason typed(Map<String, String> form) {
        return new Reason(form.getOrDefault("reason", "").strip());
    }

    boolean fits() {
        return text.length() >= SHORTEST && text.length() <= LONGEST;
    }
}
