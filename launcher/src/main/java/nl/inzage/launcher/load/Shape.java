package nl.inzage.launcher.load;

/**
 * What a file holds, seen without reading it into memory.
 *
 * @param resourceType of the root
 * @param bundleType of a Bundle, else empty
 * @param entries of a Bundle, else 1
 * @param repeatable whether sending it as it is twice has the effect of sending it once
 */
record Shape(String resourceType, String bundleType, int entries, boolean repeatable) {

    /** A POST without a condition makes a new resource each time that it is sent. */
    static boolean repeatable(String method, String ifNoneExist) {
        return !method.equals("POST") || !ifNoneExist.isEmpty();
    }
}
