package nl.inzage.launcher.digid;

import java.util.List;

/** The one page of the simulator. It looks like nobody's but its own: it must not be taken for DigiD. */
record SimulatorPage(List<SimulatedPerson> people) {

    private static final List<String> CARRIED = List.of("redirect_uri", "state", "nonce", "code_challenge");
    static final String STYLE =
            """
            body { background: #fff; color: #111; font: 1.0625rem/1.55 system-ui, sans-serif; margin: 0 auto; max-width: 36rem; padding: 1rem; }
            .warning { background: #fff3b0; border: 4px dashed #111; font-size: 1.25rem; font-weight: 700; padding: 1rem; text-align: center; }
            fieldset { border: 1px solid #555; margin: 1.25rem 0; padding: 0.75rem 1rem; }
            legend { font-weight: 700; padding: 0 0.4rem; }
            label { align-items: center; display: flex; gap: 0.75rem; min-height: 44px; }
            input { flex: none; height: 1.4rem; margin: 0; width: 1.4rem; }
            button { background: #111; border: 2px solid #111; color: #fff; font: inherit; font-weight: 600; margin: 0 0.75rem 0.75rem 0; min-height: 48px; padding: 0 1.5rem; }
            button.stop { background: #fff; color: #111; }
            :focus-visible { outline: 3px solid #b34700; outline-offset: 2px; }
            """;

    String html(Form request) {
        StringBuilder page = new StringBuilder();
        page.append("<!DOCTYPE html><html lang=\"nl\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .append("<title>Simulator, niet DigiD</title><link rel=\"stylesheet\" href=\"/stijl.css\"></head>")
                .append("<body><main><p class=\"warning\">Dit is DigiD niet: simulator</p>")
                .append("<h1>Inloggen voor de demo</h1>")
                .append("<p>Hier logt niemand echt in. Kies als wie u de demo wilt bekijken.</p>")
                .append("<form method=\"post\" action=\"/authorize\">");
        CARRIED.forEach(name -> page.append("<input type=\"hidden\" name=\"")
                .append(name)
                .append("\" value=\"")
                .append(escaped(request.get(name)))
                .append("\">"));
        page.append("<fieldset><legend>Wie bent u?</legend>");
        people.forEach(person -> choice(page, "bsn", person.bsn(), person.name(), person.equals(people.get(0))));
        page.append("</fieldset><fieldset><legend>Hoe logt u in?</legend>");
        for (SimulatedLevel level : SimulatedLevel.values()) {
            choice(page, "level", level.name(), level.words(), level == SimulatedLevel.SUBSTANTIEEL);
        }
        return page.append("</fieldset><button name=\"act\" value=\"log-in\">Inloggen</button>")
                .append("<button class=\"stop\" name=\"act\""
                        + " value=\"stop\">Annuleren</button></form></main></body></html>")
                .toString();
    }

    private static void choice(StringBuilder page, String name, String value, String words, boolean chosen) {
        page.append("<label><input type=\"radio\" name=\"")
                .append(name)
                .append("\" value=\"")
                .append(value)
                .append(chosen ? "\" checked>" : "\">")
                .append(escaped(words))
                .append("</label>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
