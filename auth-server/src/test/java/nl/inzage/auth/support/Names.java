package nl.inzage.auth.support;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.inzage.auth.account.RulesInForce;
import nl.inzage.auth.account.Username;
import nl.inzage.policy.identity.HospitalId;

/** User names that nobody has. */
public final class Names {

    private Names() {}

    /** A name that nobody has and to which the rules of this hospital's patients are given. */
    public static String unknownLike(String hospital, RunningServer server) {
        return unknown(new RulesInForce.Profile(new HospitalId(hospital), false), server)
                .findFirst()
                .orElseThrow();
    }

    /** Several such names. */
    public static List<String> unknownLike(String hospital, int howMany, RunningServer server) {
        return unknown(new RulesInForce.Profile(new HospitalId(hospital), false), server)
                .limit(howMany)
                .toList();
    }

    /** A name that nobody has and to which the rules of this hospital's staff are given. */
    public static String unknownLikeStaffOf(String hospital, RunningServer server) {
        return unknown(new RulesInForce.Profile(new HospitalId(hospital), true), server)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<String> unknown(RulesInForce.Profile profile, RunningServer server) {
        RulesInForce rules = server.bean(RulesInForce.class);
        return IntStream.range(0, 1000)
                .mapToObj(number -> "nobody" + number)
                .filter(name -> rules.profileOf(new Username(name)).equals(profile));
    }
}
