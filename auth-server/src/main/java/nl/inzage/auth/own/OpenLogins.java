package nl.inzage.auth.own;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.inzage.auth.session.AccountSessions;
import nl.inzage.auth.session.Login;
import nl.inzage.auth.token.GrantLogins;
import org.springframework.stereotype.Component;

/** Where somebody is logged in: on this server, in an app such as the portal, or both. */
@Component
class OpenLogins {

    private final AccountSessions sessions;
    private final GrantLogins grants;

    OpenLogins(AccountSessions sessions, GrantLogins grants) {
        this.sessions = sessions;
        this.grants = grants;
    }

    /** A login that goes on, and when it was used last, here or in an app. */
    record Open(Login login, Instant lastUsed) {}

    /** Each login once, the one that was used last first. */
    List<Open> of(UUID account) {
        Map<UUID, Open> byLogin = new LinkedHashMap<>();
        Stream.concat(
                        sessions.of(account).stream().map(each -> new Open(each.login(), each.lastUsed())),
                        grants.of(account).stream().map(each -> new Open(each.login(), each.lastUsed())))
                .forEach(open -> byLogin.merge(open.login().loginId(), open, OpenLogins::later));
        return byLogin.values().stream()
                .sorted(Comparator.comparing(Open::lastUsed).reversed())
                .toList();
    }

    private static Open later(Open one, Open other) {
        return other.lastUsed().isAfter(one.lastUsed()) ? other : one;
    }
}
