package nl.inzage.fhir.narrow;

import static nl.inzage.fhir.narrow.DoorFixture.patient;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.inzage.fhir.access.AccessPlan;
import nl.inzage.fhir.access.AccessPlans;
import nl.inzage.fhir.catalogue.Catalogue;
import nl.inzage.fhir.catalogue.OfferedType;
import nl.inzage.fhir.narrow.DoorFixture.Token;
import nl.inzage.policy.book.PolicyBookReader;

/** Every kind of holder of a token that the door knows, and as many more as a seed gives. */
final class Principals {

    private static final List<String> PEOPLE = List.of(
            "Patient/anna", "Patient/bram", "RelatedPerson/vader", "Practitioner/reader", "Patient/nobody", "no one");

    private final AccessPlans plans = new AccessPlans(new PolicyBookReader().readBuiltIn());
    private final List<String> types =
            new Catalogue().types().stream().map(OfferedType::name).toList();

    private AccessPlan plan(Token token) {
        return plans.of(token.jwt());
    }

    Map<String, AccessPlan> known() {
        Token anna = patient("anna");
        Map<String, AccessPlan> known = new LinkedHashMap<>();
        known.put("patient", plan(anna));
        known.put("patient of another hospital", plan(anna.with("hospital", "amcvumc")));
        known.put("another patient", plan(patient("bram")));
        known.put("patient who never was", plan(patient("nobody")));
        known.put("app for conditions", plan(anna.with("scope", "patient/Condition.rs")));
        known.put("app that only searches", plan(anna.with("scope", "patient/*.s")));
        known.put("app that only reads", plan(anna.with("scope", "patient/Observation.r patient/Practitioner.r")));
        known.put(
                "app for laboratory results",
                plan(anna.with(
                        "scope",
                        "patient/Observation.rs?category=http://terminology.hl7.org/CodeSystem/observation-category"
                                + "|laboratory")));
        known.put(
                "app with a scope that cannot be applied",
                plan(anna.with("scope", "patient/Observation.rs?_has:x=y patient/Condition.rs?code=a,b")));
        known.put("app that may know who", plan(anna.with("scope", "openid fhirUser")));
        known.put("delegate", plan(anna.with("fhirUser", "RelatedPerson/vader")));
        known.put("delegate who is a patient", plan(anna.with("fhirUser", "Patient/bram")));
        known.put("without anyone", plan(anna.without("fhirUser")));
        known.put("caregiver", plan(anna.with("fhirUser", "Practitioner/reader")));
        known.put(
                "caregiver without patient",
                plan(anna.with("fhirUser", "Practitioner/reader").without("patient")));
        known.put("patient without context", plan(anna.without("patient")));
        known.put("patient in a form that is not ours", plan(anna.with("patient", "Patient/anna")));
        known.put("system's scopes", plan(anna.with("scope", "system/*.cruds")));
        known.put("user's scopes", plan(anna.with("scope", "user/*.rs user/Observation.rs?code=x")));
        known.put("no scopes", plan(anna.with("scope", "")));
        return known;
    }

    /** Principals of any making, the same for the same seed. */
    Map<String, AccessPlan> generated(long seed, int number) {
        Random random = new Random(seed);
        Map<String, AccessPlan> generated = new LinkedHashMap<>();
        for (int i = 0; i < number; i++) {
            Token token = patient(random.nextInt(4) == 0 ? "bram" : "anna").with("scope", scopes(random));
            token = random.nextInt(3) == 0 ? token : token.with("fhirUser", one(random, PEOPLE));
            token = random.nextInt(8) == 0 ? token.without("patient") : token;
            generated.put("generated " + i + " " + token, plan(token));
        }
        return generated;
    }

    private String scopes(Random random) {
        List<String> scopes = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            String type = random.nextInt(4) == 0 ? "*" : one(random, types);
            String query =
                    one(random, List.of("", "", "?category=een", "?code=https://codes.example|twee", "?status=x"));
            scopes.add("patient/" + type + one(random, List.of(".rs", ".r", ".s", ".read", ".cud")) + query);
        }
        if (random.nextBoolean()) {
            scopes.add("fhirUser");
        }
        return String.join(" ", scopes);
    }

    private static String one(Random random, List<String> all) {
        return all.get(random.nextInt(all.size()));
    }
}
