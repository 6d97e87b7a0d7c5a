package nl.inzage.conformance.check;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import nl.inzage.conformance.report.Check;
import nl.inzage.conformance.report.Outcome;
import nl.inzage.conformance.report.Problems;
import nl.inzage.conformance.web.TlsOffer;
import nl.inzage.conformance.web.Web;

/** Whether an address is reached over TLS 1.2 or newer, and over nothing older. */
final class TlsChecks {

    private final Web web;

    TlsChecks(Web web) {
        this.web = web;
    }

    /** One address under one id. */
    Check<Discovery> check(String id, String endpoint) {
        return new Check<>(
                id, found -> judge(endpoint.isEmpty() ? Optional.of(found.base()) : found.endpoint(endpoint)));
    }

    List<Check<Discovery>> all() {
        return List.of(check("1.2.01", "authorization_endpoint"), check("1.2.04", "token_endpoint"), check("B16", ""));
    }

    private Outcome judge(Optional<URI> endpoint) throws IOException, InterruptedException {
        if (endpoint.isEmpty()) {
            return Outcome.fail("smart-configuration does not name it");
        }
        URI address = endpoint.get();
        if (!"https".equals(address.getScheme())) {
            return InetAddress.getByName(address.getHost()).isLoopbackAddress()
                    ? Outcome.skip("plain http on this machine")
                    : Outcome.fail("plain http");
        }
        Problems problems = new Problems();
        try {
            web.get(address);
        } catch (IOException e) {
            problems.unless(false, "no answer over TLS 1.2 or newer (" + e.getMessage() + ")");
        }
        int port = address.getPort() < 0 ? 443 : address.getPort();
        problems.unless(!TlsOffer.isTaken(address.getHost(), port, TlsOffer.TLS_1_0), "TLS 1.0 is taken");
        problems.unless(!TlsOffer.isTaken(address.getHost(), port, TlsOffer.TLS_1_1), "TLS 1.1 is taken");
        return problems.outcome();
    }
}
