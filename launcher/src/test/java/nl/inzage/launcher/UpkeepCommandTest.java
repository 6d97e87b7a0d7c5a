package nl.inzage.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The command against a server that answers as the FHIR server's management port does. */
class UpkeepCommandTest {

    private final Deque<String> states = new ArrayDeque<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private HttpServer server;

    @BeforeEach
    void serve() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/actuator/releasedview", exchange -> {
            boolean asked = exchange.getRequestMethod().equals("POST");
            byte[] body = (asked ? "{}" : states.removeFirst()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(asked ? 202 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void it_tells_how_far_the_run_is_and_what_it_came_to() throws Exception {
        states.addAll(List.of(state("asked", 0, 0), state("running", 40, 0), state("resting", 90, 0)));

        assertThat(command().run("rebuild")).isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("rebuild: 40 of 90")
                .contains("rebuild: 90 resources, 3 rows mended, 0 showed too much, 0 differences remain");
    }

    @Test
    void rows_that_showed_too_much_make_it_fail() throws Exception {
        states.add(state("resting", 90, 1));

        assertThat(command().run("rebuild")).isOne();
    }

    @Test
    void without_a_running_dossier_it_says_so() {
        server.stop(0);

        assertThatThrownBy(() -> command().run("rebuild"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("./inzage");
    }

    private UpkeepCommand command() {
        return new UpkeepCommand(
                server.getAddress().getPort(),
                Duration.ofMillis(1),
                new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private static String state(String state, int done, int exposing) {
        return ("{\"rebuild\":{\"state\":\"%s\",\"done\":%d,\"total\":90,\"mended\":3,\"exposing\":%d,"
                        + "\"remaining\":0}}")
                .formatted(state, done, exposing);
    }
}
