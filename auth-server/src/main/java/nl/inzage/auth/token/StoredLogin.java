package nl.inzage.auth.token;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import nl.inzage.auth.account.AccountKind;
import nl.inzage.auth.session.Login;
import nl.inzage.auth.session.LoginMeans;

/** The login behind a grant, as JSON. */
final class StoredLogin {

    private StoredLogin() {}

    static String write(Login login) {
        return Claims.writeJson(Map.of(
                "account", login.account().toString(),
                "kind", login.kind().name(),
                "hospital", login.hospital(),
                "loginId", login.loginId().toString(),
                "at", login.at().toString(),
                "means", login.means().name()));
    }

    static Login read(String json) {
        Map<String, Object> values = Claims.readJson(json);
        return new Login(
                UUID.fromString((String) values.get("account")),
                AccountKind.valueOf((String) values.get("kind")),
                (String) values.get("hospital"),
                UUID.fromString((String) values.get("loginId")),
                Instant.parse((String) values.get("at")),
                LoginMeans.valueOf((String) values.getOrDefault("means", LoginMeans.PASSWORD_AND_SMS.name())));
    }
}
