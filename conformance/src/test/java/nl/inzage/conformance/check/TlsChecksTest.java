package nl.inzage.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import nl.inzage.conformance.report.Check;
import nl.inzage.conformance.report.Outcome;
import nl.inzage.conformance.report.Status;
import nl.inzage.conformance.web.Trust;
import nl.inzage.conformance.web.Web;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The checks of TLS whose address is the base itself, or is not asked when it is wrong. */
class TlsChecksTest {

    @ParameterizedTest
    @ValueSource(strings = {"B16", "2.2.03", "2.2.06", "3.2.01"})
    void an_address_of_the_network_without_tls_fails_and_one_of_this_machine_is_not_judged(String id) throws Exception {
        assertThat(judged(id, "http://192.0.2.1/fhir").status()).isEqualTo(Status.FAIL);
        assertThat(judged(id, "http://127.0.0.1/fhir").status()).isEqualTo(Status.SKIP);
    }

    @Test
    void an_address_that_does_not_answer_over_tls_does_not_pass() {
        assertThatThrownBy(() -> judged("B16", "https://127.0.0.1:1/fhir")).isInstanceOf(IOException.class);
    }

    private static Outcome judged(String id, String base) throws Exception {
        Check<Discovery> check = new TlsChecks(new Web(Trust.in(Optional.empty()))).check(id, "");
        return check.judgement().of(new Discovery(URI.create(base), null, null, null, null, null, null));
    }
}
