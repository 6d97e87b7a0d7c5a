package nl.inzage.policy.login;

import java.util.Set;

/**
 * How people log in (F7, F8, F10, F12, F18).
 *
 * @param methods the ways in
 * @param digid what is asked of DigiD, where it is a way in
 * @param minimumAge the age in years from which somebody has an account of his or her own
 * @param phone which telephone number is needed
 * @param email whether an e-mail address is needed
 * @param username where user names come from
 */
public record LoginRules(
        Set<LoginMethod> methods,
        DigidRules digid,
        int minimumAge,
        PhoneRule phone,
        EmailRule email,
        UsernameRules username) {

    public LoginRules {
        methods = Set.copyOf(methods);
    }
}
