package nl.inzage.launcher;

/** One of the three apps: its module, main class, memory and management port. */
record App(String module, String mainClass, String memory, int managementPort) {

    static App fhirServer(Ports ports) {
        return new App("fhir-server", "nl.inzage.fhir.FhirServerApplication", "1500m", ports.fhirManagement());
    }

    static App authServer(Ports ports) {
        return new App("auth-server", "nl.inzage.auth.AuthServerApplication", "256m", ports.authManagement());
    }

    static App portal(Ports ports) {
        return new App("portal-app", "nl.inzage.portal.PortalApplication", "256m", ports.portalManagement());
    }
}
