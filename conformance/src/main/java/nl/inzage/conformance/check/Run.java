package nl.inzage.conformance.check;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.inzage.conformance.app.AppClient;
import nl.inzage.conformance.app.Assertions;
import nl.inzage.conformance.app.ClientProof;
import nl.inzage.conformance.app.Listener;
import nl.inzage.conformance.app.Tester;
import nl.inzage.conformance.app.TokenEndpoint;
import nl.inzage.conformance.check.BrandChecks.Brands;
import nl.inzage.conformance.report.Report;
import nl.inzage.conformance.web.Answer;
import nl.inzage.conformance.web.Web;

/** One run over one server, from what anyone can ask to what a person and a system can. */
public final class Run {

    private final Options options;
    private final Web web;
    private final Tester tester;
    private final Clock clock;

    public Run(Options options, Web web, Tester tester, Clock clock) {
        this.options = options;
        this.web = web;
        this.tester = tester;
        this.clock = clock;
    }

    /**
     * Judges all that is asked for.
     *
     * @throws NotASmartServer when there is nothing to judge
     * @throws IOException when the port for the browser is taken
     */
    public void into(Report report) throws NotASmartServer, IOException, InterruptedException {
        Site site = new Site(Discovery.of(options.base(), web), web, clock);
        report.judge(DiscoveryChecks.ALL, site.discovery());
        report.judge(CapabilityChecks.ALL, site.discovery());
        if (report.wants("tls")) {
            report.judge(new TlsChecks(web).all(), site.discovery());
        }
        brands(report, site);
        system(report, site);
        if (options.app().isPresent()) {
            try (Listener listener = Listener.at(options.port())) {
                new PersonRun(options, site, tester, listener).into(report);
            }
        }
        for (String group : PersonRun.GROUPS) {
            report.skipRest(group, options.app().isPresent() ? "an earlier step had no result" : "no --client-id");
        }
        Attestations.into(report, options.app().map(AppClient::kind).orElse("none"));
    }

    private void brands(Report report, Site site) throws InterruptedException {
        Optional<URI> address = site.discovery().endpoint("user_access_brand_bundle");
        if (report.wants("brands") && address.isPresent()) {
            try {
                Answer bundle = web.get(
                        address.get(),
                        "Accept",
                        "application/fhir+json, application/json",
                        "Origin",
                        Discovery.STRANGER);
                report.judge(new BrandChecks(web).all(), new Brands(site.discovery(), bundle));
            } catch (IOException e) {
                report.skipRest("brands", "no answer from " + address.get());
            }
        }
        report.skipRest("brands", "smart-configuration names no user_access_brand_bundle");
    }

    private void system(Report report, Site site) throws InterruptedException {
        if (report.wants("backend")
                && options.system().isPresent()
                && options.system().get().proof() instanceof ClientProof.Key key
                && site.discovery().endpoint("token_endpoint").isPresent()) {
            AppClient system = options.system().get();
            TokenEndpoint tokens = new TokenEndpoint(
                    web, site.discovery().endpoint("token_endpoint").get(), clock);
            Assertions assertions = new Assertions(system.id(), key.key(), clock);
            BackendChecks checks = new BackendChecks(site, tokens, assertions, system);
            report.judge(List.of(new TlsChecks(web).check("3.2.01", "token_endpoint")), site.discovery());
            String assertion = checks.good();
            try {
                report.judge(checks.all(assertion), checks.ask(assertion));
            } catch (IOException e) {
                report.skipRest("backend", "the token endpoint does not answer");
            }
        }
        report.skipRest("backend", "no --system-id");
    }
}
