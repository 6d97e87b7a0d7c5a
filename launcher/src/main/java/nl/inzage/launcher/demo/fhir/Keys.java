package nl.inzage.launcher.demo.fhir;

import java.util.Map;

/** Looks something up by the key that a person's file uses for it. */
final class Keys {

    private Keys() {}

    static <T> T find(String what, String key, Map<String, T> all) {
        T found = all.get(key);
        if (found == null) {
            throw new IllegalArgumentException("hospital.yaml has no " + what + " " + key);
        }
        return found;
    }
}
