package nl.inzage.auth.support;

import java.util.stream.IntStream;
import nl.inzage.auth.account.RulesInForce;
import nl.inzage.auth.account.Username;
import nl.inzage.policy.identity.HospitalId;

/** User names that nobody has. */
public final class Names {

    private Names() {}

    /** A name that nobody has and to which the rules of this hospital's patients are given. */
    public static String unknownLike(String hospital, RunningServer server) {
        return unknown(new RulesInForce.Profile(new HospitalId(hospital), false), server);
    }

    /** A name that nobody has and to which the rules of this hospital's staff are given. */
    public static String unknownLikeStaffOf(String hospital, RunningServer server) {
        return unknown(new RulesInForce.Profile(new HospitalId(hospital), true), server);
    }

    private static String unknown(RulesInForce.Profile profile, RunningServer server) {
        RulesInForce rules = server.bean(RulesInForce.class);
        return IntStream.range(0, 1000)
                .mapToObj(number -> "nobody" + number)
                .filter(name -> rules.profileOf(new Username(name)).equals(profile))
                .findFirst()
                .orElseThrow();
    }
}
