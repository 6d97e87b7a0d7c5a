package nl.inzage.auth.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;

/** The steps of a person who logs in. */
public final class Journey {

    private final RunningServer server;
    private final Browser browser;

    public Journey(RunningServer server) {
        this(server, server.issuer());
    }

    /** A journey along another node of the same server. */
    public Journey(RunningServer server, URI node) {
        this.server = server;
        this.browser = new Browser(node);
    }

    public Browser browser() {
        return browser;
    }

    /** From an app to the login page. */
    public Answer open(App app) {
        Answer sent = browser.get(app.authorizeAddress());
        assertThat(sent.location()).isEqualTo("/inloggen");
        return browser.get("/inloggen");
    }

    public Answer password(String username, String password) {
        return browser.submit("/inloggen", Map.of("username", username, "password", password));
    }

    public Answer code(String code) {
        return browser.submit("/inloggen/code", Map.of("code", code));
    }

    /** User name and password, up to the page that asks for the code. */
    public Answer passPassword(People person) {
        browser.get("/inloggen");
        Answer sent = password(person.username(), People.PASSWORD);
        assertThat(sent.location()).as(sent.status() + sent.body()).isEqualTo("/inloggen/code");
        return browser.get("/inloggen/code");
    }

    /** User name and password of somebody with an authenticator app, up to the page that asks for its code. */
    public Answer passPasswordToApp(People person) {
        browser.get("/inloggen");
        Answer sent = password(person.username(), People.PASSWORD);
        assertThat(sent.location()).as(sent.status() + sent.body()).isEqualTo("/inloggen/app");
        return browser.get("/inloggen/app");
    }

    public Answer appCode(String code) {
        return browser.submit("/inloggen/app", Map.of("code", code));
    }

    /** Both steps; the answer leads on to where the person was going. */
    public Answer logIn(People person) {
        passPassword(person);
        return code(server.sms().newestCode(person.phone()));
    }

    /** Through both steps and back to the app: the code of the app. */
    public String codeFor(App app, People person) {
        open(app);
        Answer on = logIn(person);
        Answer back = browser.get(on.location());
        assertThat(back.parameters()).as(back.location()).containsKey("code");
        return back.parameters().get("code");
    }

    /** The code for an app when the person is logged in already. */
    public String nextCodeFor(App app) {
        Answer back = browser.get(app.authorizeAddress());
        assertThat(back.parameters()).as(back.location()).containsKey("code");
        return back.parameters().get("code");
    }
}
