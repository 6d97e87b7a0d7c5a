package nl.inzage.launcher.digid;

/** The levels of DigiD, with the names that Logius gives them in SAML. */
enum SimulatedLevel {
    BASIS("Basis", "alleen gebruikersnaam en wachtwoord", "PasswordProtectedTransport"),
    MIDDEN("Midden", "met een sms of met de app", "MobileTwoFactorContract"),
    SUBSTANTIEEL("Substantieel", "met de app na een controle van het identiteitsbewijs", "Smartcard"),
    HOOG("Hoog", "met de chip van het identiteitsbewijs", "SmartcardPKI");

    private final String dutch;
    private final String meaning;
    private final String acr;

    SimulatedLevel(String dutch, String meaning, String acr) {
        this.dutch = dutch;
        this.meaning = meaning;
        this.acr = acr;
    }

    String words() {
        return dutch + ": " + meaning;
    }

    String acr() {
        return "urn:oasis:names:tc:SAML:2.0:ac:classes:" + acr;
    }
}
