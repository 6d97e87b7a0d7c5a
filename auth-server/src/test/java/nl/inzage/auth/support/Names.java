package nl.inzage.auth.support;

import java.util.stream.IntStream;
import nl.inzage.auth.account.RulesInForce;
import nl.inzage.auth.account.Username;
import nl.inzage.policy.identity.HospitalId;

/** User names that nobody has. */
public final class Names {

    private Names() {}

    /** A name that nobody has and to which the rules of this hospital are given. */
    public static String unknownLike(String hospital, RunningServer server) {
        RulesInForce rules = server.bean(RulesInForce.class);
        return IntStream.range(0, 1000)
                .mapToObj(number -> "nobody" + number)
                .filter(name -> rules.hospitalFor(new Username(name)).equals(new HospitalId(hospital)))
                .findFirst()
                .orElseThrow();
    }
}
