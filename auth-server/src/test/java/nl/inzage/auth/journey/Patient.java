package nl.inzage.auth.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.App;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.auth.support.StubPatient;
import nl.inzage.browser.Browsing;
import nl.inzage.policy.book.PolicyBook;
import nl.inzage.policy.identity.HospitalId;

/** A patient with a browser, a telephone and a mailbox, who gets in. */
final class Patient implements AutoCloseable {

    private final RunningServer server;
    private final StubPatient patient;
    private final Visitor visitor;
    private final App portal;
    private String phone;

    Patient(Browsing browsing, RunningServer server, Words words, StubPatient patient) {
        this.server = server;
        this.patient = patient;
        this.visitor = new Visitor(browsing, server, words, patient.id().replaceAll("-[a-z]+$", ""));
        this.portal = App.portalOnline(server);
        this.phone = patient.mobile();
    }

    Visitor visitor() {
        return visitor;
    }

    StubPatient who() {
        return patient;
    }

    /** The code that came to the telephone last. */
    String sms() {
        return server.sms().newestCode(phone);
    }

    /** A code that did not come. */
    String otherThan(String code) {
        return (code.charAt(0) == '9' ? '0' : '9') + code.substring(1);
    }

    void hasNewPhone(String number) {
        phone = number;
    }

    /** Comes from the portal to the page "Inloggen". */
    Patient comesFromPortal() {
        visitor.open(portal.authorizeAddress()).isAt("login.title");
        return this;
    }

    Visitor givesPassword(String username, String password) {
        return visitor.fill("username", username).fill("password", password).press("login.submit");
    }

    /** Gives the password again until it was wrong so many times in a row. */
    Visitor givesWrongPassword(String username, int times) {
        for (int i = 0; i < times; i++) {
            givesPassword(username, "niet dit wachtwoord");
        }
        return visitor;
    }

    /** From the portal, with both factors, back to the portal. */
    void logsIn(String username, String password) {
        comesFromPortal().givesPassword(username, password).isAt("code.title");
        givesCode();
    }

    /** The second factor, and back to the portal. */
    void givesCode() {
        visitor.fill("code", sms());
        arrives(visitor.pressToPortal("code.submit"));
    }

    /** From the portal to DigiD, which says who it is; the answer is the page that follows. */
    Visitor comesWithDigid(String level) {
        server.digid().letsIn(patient.bsn(), level);
        return choosesDigid();
    }

    /** From the portal to DigiD. */
    Visitor choosesDigid() {
        comesFromPortal();
        return visitor.press("login.digid.at", hospitalName());
    }

    String hospitalName() {
        return server.bean(PolicyBook.class)
                .require(new HospitalId(patient.hospital()))
                .name();
    }

    /** The portal got a code for this patient's dossier; the answer is the identity token that came for it. */
    String arrives(String address) {
        assertThat(address).startsWith(server.portal().redirect() + "?").contains("code=");
        String code = URI.create(address).getRawQuery().replaceAll("(.*&)?code=([^&]+).*", "$2");
        Answer token = portal.redeem(URLDecoder.decode(code, StandardCharsets.UTF_8));
        assertThat(token.json().path("patient").asText()).as(token.body()).isEqualTo(patient.id());
        return token.json().path("id_token").asText();
    }

    /** Logs out as the portal does; afterwards Back shows the page "Inloggen". */
    void logsOut() {
        String identity = arrives(visitor.openToPortal(portal.authorizeAddress()));
        visitor.open("/account").isAt("own.title");
        String way = "/connect/logout?id_token_hint=" + identity
                + "&post_logout_redirect_uri="
                + URLEncoder.encode(server.portal().loggedOut(), StandardCharsets.UTF_8);
        assertThat(visitor.openToPortal(way)).isEqualTo(server.portal().loggedOut());

        visitor.back().isAt("login.title").doesNotSee("own.sessions");
    }

    @Override
    public void close() {
        assertThat(visitor.complaints()).isEmpty();
        visitor.close();
    }
}
