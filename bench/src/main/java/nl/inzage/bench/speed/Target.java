package nl.inzage.bench.speed;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;

/**
 * A server that is measured.
 *
 * @param role of the database that its requests for people use, for counting statements
 */
record Target(String label, URI base, long pid, String database, String role) {

    /**
     * Where to connect.
     *
     * @throws IllegalArgumentException when that is not this very machine: load is for nobody else's server
     */
    InetSocketAddress address() {
        try {
            InetAddress address = InetAddress.getByName(base.getHost());
            if (!address.isLoopbackAddress()) {
                throw new IllegalArgumentException(base + " is not on this machine; nothing else is put under load");
            }
            return new InetSocketAddress(address, base.getPort());
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(base + " cannot be found", e);
        }
    }
}
