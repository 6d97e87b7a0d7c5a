package nl.inzage.conformance.check;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import nl.inzage.conformance.app.AppClient;
import nl.inzage.conformance.app.Arrival;
import nl.inzage.conformance.app.Granted;
import nl.inzage.conformance.app.Launched;
import nl.inzage.conformance.app.Launches;
import nl.inzage.conformance.app.Listener;
import nl.inzage.conformance.app.Tester;
import nl.inzage.conformance.app.TokenEndpoint;
import nl.inzage.conformance.app.Wish;
import nl.inzage.conformance.check.LaunchChecks.Got;
import nl.inzage.conformance.report.Check;
import nl.inzage.conformance.report.Outcome;
import nl.inzage.conformance.report.Report;

/** A launch that begins in a portal or EHR. */
final class EhrRun {

    private static final String SCOPE = "launch openid fhirUser offline_access patient/*.rs";

    private final Options options;
    private final Site site;
    private final Tester tester;
    private final Listener listener;

    EhrRun(Options options, Site site, Tester tester, Listener listener) {
        this.options = options;
        this.site = site;
        this.tester = tester;
        this.listener = listener;
    }

    void into(Report report, Launches launches, TokenEndpoint tokens) throws IOException, InterruptedException {
        AppClient client = launches.client();
        TlsChecks tls = new TlsChecks(site.web());
        report.judge(
                List.of(tls.check("2.2.03", "authorization_endpoint"), tls.check("2.2.06", "token_endpoint")),
                site.discovery());
        URI address = URI.create(client.origin() + Listener.LAUNCH);
        if (!tester.visit(address, Wish.LAUNCH)) {
            return;
        }
        Optional<Arrival> launch = listener.awaitLaunch(options.patience());
        report.judge(
                List.of(
                        new Check<>("2.2.01", this::namesThisServer),
                        new Check<>(
                                "2.2.02",
                                arrival -> Outcome.of(
                                        arrival.isPresent()
                                                && !arrival.get().get("launch").isEmpty(),
                                        "no launch"))),
                launch);
        if (launch.isEmpty()) {
            return;
        }
        Optional<Launched> launched = launches.launch(
                SCOPE,
                Wish.ALLOW,
                request -> request.with("launch", launch.get().get("launch")));
        if (launched.isEmpty()) {
            return;
        }
        report.judge(LaunchChecks.arrival("2.2.04", "2.2.05"), launched.get());
        if (launched.get().code().isPresent()) {
            withCode(report, tokens, client, launched.get());
        }
    }

    private void withCode(Report report, TokenEndpoint tokens, AppClient client, Launched launched)
            throws IOException, InterruptedException {
        Granted granted = PersonRun.exchange(tokens, client, launched);
        report.judge(LaunchChecks.EHR_TOKENS, new Got(client, granted));
        if (granted.isGranted()) {
            report.judge(new OpenIdChecks(site, client).all("2.3"), granted);
            if (!granted.refreshToken().isEmpty()) {
                new RefreshChecks(tokens, client).twice(report, granted, "2.4", "2.5");
            }
        }
    }

    private Outcome namesThisServer(Optional<Arrival> arrival) {
        return arrival.map(launch ->
                        Outcome.of(launch.get("iss").equals(options.base().toString()), "iss is " + launch.get("iss")))
                .orElse(Outcome.fail("nobody launched in time"));
    }
}
