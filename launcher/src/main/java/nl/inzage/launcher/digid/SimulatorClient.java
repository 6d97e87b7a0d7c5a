package nl.inzage.launcher.digid;

/** The one client of the simulator: the authorization server of the demo. Its text hides the secret. */
public record SimulatorClient(String id, String secret, String redirectUri) {

    @Override
    public String toString() {
        return "SimulatorClient[" + id + "]";
    }
}
