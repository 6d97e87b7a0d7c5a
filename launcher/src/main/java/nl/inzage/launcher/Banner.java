package nl.inzage.launcher;

import java.util.Locale;
import nl.inzage.launcher.demo.DemoPeople;
import nl.inzage.launcher.demo.DemoPerson;

/** What a person needs to know once everything runs: where to go, as whom, and where the SMS codes are. */
record Banner(Addresses addresses, DemoPeople people) {

    String text() {
        StringBuilder text = new StringBuilder();
        line(text, "Inzage runs. Go to  %s", addresses.portal());
        line(text, "SMS codes and mail  %s", addresses.outbox());
        line(text, "DigiD, simulated    a person and a level to choose after \"Inloggen met DigiD\"");
        line(text, "FHIR for apps       %s, as demo-app: docs/quick-start.md", addresses.fhirBase());
        line(text, "");
        line(text, "Log in as (password for all: %s)", DemoPeople.PASSWORD);
        for (DemoPerson person : people.all()) {
            line(text, "  %-18s %s", person.username(), person.interesting());
        }
        line(text, "");
        line(text, "At the desk         %s/balie as balie.linde: Saskia de Boer,", addresses.issuer());
        line(text, "                    born 3-2-1979, has no account yet and can get a letter");
        line(text, "");
        line(text, "Ctrl-C stops everything; your data stays.");
        return text.toString();
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }
}
