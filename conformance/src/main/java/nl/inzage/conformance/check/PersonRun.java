package nl.inzage.conformance.check;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import nl.inzage.conformance.app.AppClient;
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
import nl.inzage.conformance.web.Answer;

/** What needs an app, and a person who launches it. */
final class PersonRun {

    static final List<String> GROUPS =
            List.of("launch", "openid", "api", "refresh", "introspection", "refusals", "scopes", "ehr", "ending");

    private final Options options;
    private final Site site;
    private final Tester tester;
    private final Listener listener;
    private final AppClient client;

    PersonRun(Options options, Site site, Tester tester, Listener listener) {
        this.options = options;
        this.site = site;
        this.tester = tester;
        this.listener = listener;
        this.client = options.app().orElseThrow();
    }

    void into(Report report) throws IOException, InterruptedException {
        Optional<URI> authorize = site.discovery().endpoint("authorization_endpoint");
        Optional<URI> token = site.discovery().endpoint("token_endpoint");
        if (authorize.isEmpty() || token.isEmpty()) {
            return;
        }
        Launches launches =
                new Launches(client, authorize.get(), options.base().toString(), listener, tester, options.patience());
        TokenEndpoint tokens = new TokenEndpoint(site.web(), token.get(), site.clock());
        standalone(report, launches, tokens);
        if (report.wants("refusals")) {
            RefusedRequests requests = new RefusedRequests(site.web(), launches, tester);
            report.judge(new RefusalChecks(launches, tokens, requests).all(), client);
        }
        if (report.wants("ehr") && options.ehrLaunch()) {
            new EhrRun(options, site, tester, listener).into(report, launches, tokens);
        }
        report.skipRest("ehr", options.ehrLaunch() ? "an earlier step had no result" : "no --ehr-launch yes");
        if (report.wants("ending")) {
            report.judge(new EndingChecks(site, launches, tokens, tester).all(), client);
        }
    }

    private void standalone(Report report, Launches launches, TokenEndpoint tokens)
            throws IOException, InterruptedException {
        if (List.of("launch", "openid", "api", "refresh", "introspection", "scopes").stream()
                .noneMatch(report::wants)) {
            return;
        }
        report.judge(List.of(posted(launches), preflights(tokens)), client);
        Optional<Launched> launched = launches.launch(client.scope(), Wish.ALLOW);
        if (launched.isEmpty()) {
            return;
        }
        report.judge(LaunchChecks.arrival("1.2.02", "1.2.03"), launched.get());
        if (launched.get().code().isEmpty()) {
            return;
        }
        Granted first = exchange(tokens, client, launched.get());
        Got got = new Got(client, first);
        report.judge(LaunchChecks.STANDALONE_TOKENS, got);
        if (!first.isGranted()) {
            return;
        }
        report.judge(LaunchChecks.CONTEXT, got);
        report.judge(openId(first), first);
        withToken(report, launches, tokens, first);
    }

    private List<Check<Granted>> openId(Granted first) {
        return Granted.words(first.asked()).contains("openid") ? new OpenIdChecks(site, client).all("1.3") : List.of();
    }

    private void withToken(Report report, Launches launches, TokenEndpoint tokens, Granted first)
            throws IOException, InterruptedException {
        ApiChecks api = new ApiChecks(site);
        if (report.wants("api")) {
            report.judge(api.all(), first);
        }
        if (report.wants("introspection")) {
            introspection(report, tokens, first);
        }
        if (report.wants("scopes")) {
            report.judge(new ScopeChecks(site, launches, tokens).all(), first);
        }
        if (report.wants("refresh")) {
            refresh(report, tokens, api, first);
        }
    }

    private void refresh(Report report, TokenEndpoint tokens, ApiChecks api, Granted first)
            throws IOException, InterruptedException {
        if (first.refreshToken().isEmpty()) {
            report.skipRest("refresh", "there was no refresh token");
            return;
        }
        RefreshChecks checks = new RefreshChecks(tokens, client);
        Granted last = checks.twice(report, first, "1.4", "1.5");
        report.judge(List.of(new Check<Granted>("B03r", api::patient)), last);
        report.judge(checks.misuse(options.introspector().or(options::system)), last);
    }

    private void introspection(Report report, TokenEndpoint tokens, Granted first) throws InterruptedException {
        Optional<URI> endpoint = site.discovery().endpoint("introspection_endpoint");
        Optional<AppClient> asker =
                options.introspector().or(() -> options.app().filter(app -> !app.isPublic()));
        if (endpoint.isEmpty() || asker.isEmpty()) {
            report.skipRest(
                    "introspection",
                    endpoint.isEmpty() ? "no introspection_endpoint" : "no --introspection-id, and a public client");
            return;
        }
        report.judge(new IntrospectionChecks(site, endpoint.get(), tokens, asker.get(), client).all(), first);
    }

    static Granted exchange(TokenEndpoint tokens, AppClient client, Launched launched)
            throws IOException, InterruptedException {
        Answer answer = tokens.exchange(
                client,
                launched.code().orElseThrow(),
                client.redirectUri().toString(),
                launched.pkce().verifier());
        return new Granted(launched.scope(), answer);
    }

    private Check<AppClient> posted(Launches launches) {
        return new Check<>("1.2.02p", app -> {
            if (!site.discovery().offers("authorize-post")) {
                return Outcome.skip("authorize-post is not offered");
            }
            Answer answer = site.web().post(launches.endpoint(), launches.request(app.scope()));
            boolean error = answer.header("Location").contains("error=");
            return Outcome.of(answer.status() < 400 && !error, "status " + answer.status());
        });
    }

    private Check<AppClient> preflights(TokenEndpoint tokens) {
        return new Check<>("@17", app -> {
            if (!app.isPublic()) {
                return Outcome.skip("for public clients only");
            }
            Outcome atTokens = DiscoveryChecks.preflight(
                    site.web().preflight(tokens.address(), app.origin(), "POST", "content-type"),
                    app.origin(),
                    "content-type");
            Outcome atFhir = DiscoveryChecks.preflight(
                    site.web().preflight(site.at("Patient/1"), app.origin(), "GET", "authorization"),
                    app.origin(),
                    "authorization");
            if (atTokens.equals(Outcome.pass()) && atFhir.equals(Outcome.pass())) {
                return Outcome.pass();
            }
            return Outcome.fail("token endpoint: " + said(atTokens) + "; FHIR base: " + said(atFhir));
        });
    }

    private static String said(Outcome outcome) {
        return outcome.detail().isEmpty() ? "in order" : outcome.detail();
    }
}
