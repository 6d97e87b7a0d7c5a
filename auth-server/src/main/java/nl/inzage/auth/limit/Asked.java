package nl.inzage.auth.limit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What anybody can ask for without being known, each kind with the forms that ask for it. They are counted apart. */
enum Asked {
    LOGIN("/inloggen /inloggen/digid /inloggen/passkey /inloggen/passkey/opties"),
    ACTIVATION("/activeren"),
    RECOVERY("/wachtwoord-vergeten /wachtwoord-vergeten/vraag /wachtwoord-vergeten/email /gebruikersnaam-vergeten"),
    CODE("/inloggen/code/opnieuw /activeren/telefoon /activeren/telefoon/opnieuw /activeren/email /account/telefoon"
            + " /account/email"),
    /** Links to the pages of developers. */
    DEVELOPER("/ontwikkelaars /ontwikkelaars/link"),
    /** What somebody does who had such a link: no flood of those keeps a developer from a new secret. */
    OWN_APP("/ontwikkelaars/nieuw /ontwikkelaars/app/wijzigen /ontwikkelaars/app/geheim /ontwikkelaars/app/vragen");

    /** With spaces between: an enum holds nothing that can change. */
    private final String forms;

    Asked(String forms) {
        this.forms = forms;
    }

    /** What a form asks for; nothing when it only goes on with what was counted before. */
    static Optional<Asked> by(String form) {
        return Arrays.stream(values())
                .filter(each -> each.forms().contains(form))
                .findFirst();
    }

    List<String> forms() {
        return List.of(forms.split(" ", -1));
    }
}
