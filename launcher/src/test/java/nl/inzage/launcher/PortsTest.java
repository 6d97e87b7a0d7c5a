package nl.inzage.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    @Test
    void without_settings_the_ports_of_the_readme_are_used() throws StartRefused {
        Ports ports = Ports.from(Map.of());

        assertThat(ports.portal()).isEqualTo(8080);
        assertThat(ports.fhir()).isEqualTo(8081);
        assertThat(ports.auth()).isEqualTo(9000);
    }

    @Test
    void a_port_in_use_is_named_with_the_variable_that_moves_it() throws Exception {
        try (ServerSocket other = new ServerSocket(0)) {
            String taken = Integer.toString(other.getLocalPort());
            Ports ports = Ports.from(withFreePortsBut("INZAGE_AUTH_PORT", taken));

            assertThatThrownBy(ports::requireFree)
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("Port " + taken + " is in use")
                    .hasMessageContaining("INZAGE_AUTH_PORT");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "http", "80 80"})
    void what_is_not_a_port_is_refused_by_the_name_of_its_variable(String value) {
        assertThatThrownBy(() -> Ports.from(Map.of("INZAGE_FHIR_PORT", value)))
                .isInstanceOf(StartRefused.class)
                .hasMessage("INZAGE_FHIR_PORT must be a port number from 1 to 65535.");
    }

    private static Map<String, String> withFreePortsBut(String variable, String port) throws IOException {
        Map<String, String> environment = new HashMap<>();
        Ports.free().byVariable().forEach((name, free) -> environment.put(name, free.toString()));
        environment.put(variable, port);
        return environment;
    }
}
