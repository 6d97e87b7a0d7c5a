package nl.inzage.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The ports of one run; each can be moved by an environment variable.
 *
 * @param conformance at which nothing of the run listens: where the browser comes back to a conformance run
 * @param app where an app that somebody tries in the demo is expected to listen; nothing of this run does
 */
public record Ports(
        int portal,
        int portalManagement,
        int fhir,
        int fhirManagement,
        int auth,
        int authManagement,
        int database,
        int digid,
        int conformance,
        int app) {

    /** The ports of the README, or what the environment says instead. */
    static Ports from(Map<String, String> environment) throws StartRefused {
        return new Ports(
                port(environment, "INZAGE_PORTAL_PORT", 8080),
                port(environment, "INZAGE_PORTAL_MANAGEMENT_PORT", 8180),
                port(environment, "INZAGE_FHIR_PORT", 8081),
                port(environment, "INZAGE_FHIR_MANAGEMENT_PORT", 8181),
                port(environment, "INZAGE_AUTH_PORT", 9000),
                port(environment, "INZAGE_AUTH_MANAGEMENT_PORT", 9100),
                port(environment, "INZAGE_DB_PORT", 54329),
                port(environment, "INZAGE_DIGID_PORT", 9200),
                port(environment, "INZAGE_CONFORMANCE_PORT", 8787),
                port(environment, "INZAGE_DEMO_APP_PORT", 8090));
    }

    /** Free ports of this moment, for a run beside another one. */
    static Ports free() throws IOException {
        int[] found = new int[10];
        ServerSocket[] held = new ServerSocket[found.length];
        try {
            for (int i = 0; i < found.length; i++) {
                held[i] = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                found[i] = held[i].getLocalPort();
            }
        } finally {
            for (ServerSocket socket : held) {
                if (socket != null) {
                    socket.close();
                }
            }
        }
        return new Ports(
                found[0], found[1], found[2], found[3], found[4], found[5], found[6], found[7], found[8], found[9]);
    }

    /**
     * Makes sure that nobody listens on any of them.
     *
     * @throws StartRefused naming the port, what it is for and the variable that moves it
     */
    void requireFree() throws StartRefused {
        for (Map.Entry<String, Integer> entry : byVariable().entrySet()) {
            if (isTaken(entry.getValue())) {
                throw new StartRefused("Port " + entry.getValue()
                        + " is in use by another program; end that program, or choose another port with "
                        + entry.getKey() + ".");
            }
        }
    }

    Map<String, Integer> byVariable() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("INZAGE_PORTAL_PORT", portal);
        ports.put("INZAGE_PORTAL_MANAGEMENT_PORT", portalManagement);
        ports.put("INZAGE_FHIR_PORT", fhir);
        ports.put("INZAGE_FHIR_MANAGEMENT_PORT", fhirManagement);
        ports.put("INZAGE_AUTH_PORT", auth);
        ports.put("INZAGE_AUTH_MANAGEMENT_PORT", authManagement);
        ports.put("INZAGE_DB_PORT", database);
        ports.put("INZAGE_DIGID_PORT", digid);
        return ports;
    }

    private static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static int port(Map<String, String> environment, String variable, int usual) throws StartRefused {
        String value = environment.get(variable);
        if (value == null || value.isBlank()) {
            return usual;
        }
        try {
            int port = Integer.parseInt(value.strip());
            if (port > 0 && port < 65536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Told below, in the same words as a number out of range.
        }
        throw new StartRefused(variable + " must be a port number from 1 to 65535.");
    }
}
