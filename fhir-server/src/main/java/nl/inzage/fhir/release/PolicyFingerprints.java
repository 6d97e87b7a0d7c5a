package nl.inzage.fhir.release;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.inzage.policy.book.PolicyBook;
import nl.inzage.policy.identity.HospitalId;

/** Tells whether a hospital's rows were stamped by the policy that holds now, by what each parameter comes to. */
public final class PolicyFingerprints {

    /** Raise it when the rules themselves, or the tables that facts are read with, changed what they decide. */
    private static final String RULES = "1";

    /** The fingerprint of a hospital without a file, known or not. */
    public static final String NONE = "";

    private final Map<String, String> byHospital = new TreeMap<>();

    public PolicyFingerprints(PolicyBook book) {
        for (HospitalId hospital : book.hospitals()) {
            String said = book.statementsOf(hospital).stream()
                    .map(statement -> statement.key() + "=" + statement.value())
                    .sorted()
                    .collect(Collectors.joining("\n"));
            byHospital.put(hospital.value(), digest(RULES + "\n" + said));
        }
    }

    /** By hospital, for those that have a file. */
    public Map<String, String> all() {
        return Map.copyOf(byHospital);
    }

    public String of(Optional<HospitalId> hospital) {
        return hospital.map(HospitalId::value).map(byHospital::get).orElse(NONE);
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
