package nl.inzage.auth.journey;

import static org.assertj.core.api.Assertions.assertThat;

import nl.inzage.auth.support.RunningServer;
import nl.inzage.auth.support.StubPatient;

/** What the mail of a hospital that makes the account itself says (F1); these mails are in Dutch. */
record Credentials(String username, String temporaryPassword) {

    static Credentials mailedTo(StubPatient patient, RunningServer server) {
        server.mailCredentials();
        String mail = Mailbox.of(patient, server).waitsFor("tijdelijke wachtwoord");
        Credentials credentials = new Credentials(
                mail.replaceAll("(?s).*gebruikersnaam is (p[0-9]{8}) .*", "$1"),
                mail.replaceAll("(?s).*wachtwoord is ([a-z2-9]{16}) .*", "$1"));
        assertThat(credentials.username()).as(mail).hasSize(9);
        assertThat(credentials.temporaryPassword()).as(mail).hasSize(16);
        return credentials;
    }
}
