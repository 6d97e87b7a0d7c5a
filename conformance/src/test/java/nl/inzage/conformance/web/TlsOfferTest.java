package nl.inzage.conformance.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a server says to an old version of TLS; Java itself no longer speaks one, so the answers are bytes. */
class TlsOfferTest {

    @Test
    void a_server_that_greets_back_takes_it() throws Exception {
        // A record with a ServerHello of TLS 1.1, as far as its version.
        assertThat(isTaken(new byte[] {0x16, 3, 2, 0, 70, 2, 0, 0, 66, 3, 2})).isTrue();
    }

    @Test
    void a_server_that_greets_with_a_newer_version_does_not() throws Exception {
        assertThat(isTaken(new byte[] {0x16, 3, 3, 0, 70, 2, 0, 0, 66, 3, 3})).isFalse();
    }

    @Test
    void a_server_that_warns_does_not() throws Exception {
        // An alert: fatal, protocol_version.
        assertThat(isTaken(new byte[] {0x15, 3, 1, 0, 2, 2, 70})).isFalse();
    }

    @Test
    void a_server_that_hangs_up_does_not() throws Exception {
        assertThat(isTaken(new byte[0])).isFalse();
    }

    private static boolean isTaken(byte[] answer) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Integer> heard = CompletableFuture.supplyAsync(() -> {
                try (Socket socket = server.accept()) {
                    byte[] head = socket.getInputStream().readNBytes(11);
                    socket.getOutputStream().write(answer);
                    // Until the other side has read: what is not read turns a hang-up into a reset.
                    socket.shutdownOutput();
                    socket.getInputStream().readAllBytes();
                    return head[9] << 8 | head[10];
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            boolean taken = TlsOffer.isTaken("localhost", server.getLocalPort(), TlsOffer.TLS_1_1);
            assertThat(heard.join()).isEqualTo(TlsOffer.TLS_1_1);
            return taken;
        }
    }
}
