package nl.inzage.conformance.check;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import nl.inzage.conformance.app.AppClient;
import nl.inzage.conformance.app.ClientProof;
import nl.inzage.conformance.app.Granted;
import nl.inzage.conformance.app.TokenEndpoint;
import nl.inzage.conformance.report.Check;
import nl.inzage.conformance.report.Outcome;
import nl.inzage.conformance.report.Problems;
import nl.inzage.conformance.report.Report;
import nl.inzage.conformance.web.Answer;

/** Whether an app that may stay gets new tokens, and nobody else does. */
final class RefreshChecks {

    /** What was answered, and what the app had before. */
    private record Refreshed(Granted before, Answer answer) {}

    private final TokenEndpoint tokens;
    private final AppClient client;

    RefreshChecks(TokenEndpoint tokens, AppClient client) {
        this.tokens = tokens;
        this.client = client;
    }

    /**
     * Refreshes twice, without scope and with it, and judges both.
     *
     * @return what the app holds now
     */
    Granted twice(Report report, Granted first, String without, String with) throws IOException, InterruptedException {
        Granted second = once(report, first, "", without);
        return once(report, second, second.scope(), with);
    }

    private Granted once(Report report, Granted before, String scope, String id)
            throws IOException, InterruptedException {
        Answer answer = tokens.refresh(client, before.refreshToken(), scope);
        report.judge(judgements(id), new Refreshed(before, answer));
        Granted after = new Granted(before.asked(), answer);
        return after.isGranted() && !after.refreshToken().isEmpty() ? after : keeping(before, after);
    }

    /** A server may leave the refresh token as it is, and then need not repeat it. */
    private static Granted keeping(Granted before, Granted after) {
        return after.isGranted() && after.json() instanceof com.fasterxml.jackson.databind.node.ObjectNode body
                ? new Granted(
                        before.asked(),
                        new Answer(
                                after.answer().address(),
                                after.answer().status(),
                                after.answer().headers(),
                                body.put("refresh_token", before.refreshToken()).toString()))
                : before;
    }

    private static List<Check<Refreshed>> judgements(String id) {
        return List.of(
                new Check<>(id + ".01", refreshed -> TokenFields.answered(refreshed.answer())),
                new Check<>(id + ".02", RefreshChecks::body),
                new Check<>(id + ".03", refreshed -> TokenFields.headers(refreshed.answer())));
    }

    private static Outcome body(Refreshed refreshed) {
        Problems problems = new Problems();
        TokenFields.judge(refreshed.answer().json(), problems);
        problems.unless(
                ScopeText.isWithin(
                        refreshed.answer().text("scope"), refreshed.before().scope()),
                "the scope is wider than before");
        return problems.outcome();
    }

    /**
     * What refresh may not do; the grant may not survive it.
     *
     * @param stranger another client that the server knows, when there is one
     */
    List<Check<Granted>> misuse(Optional<AppClient> stranger) {
        return List.of(
                new Check<>("B13", granted -> TokenFields.refused(tokens.refresh(client, "no-such-token", ""))),
                new Check<>("@104", this::widened),
                new Check<>("@103", granted -> ofAnother(granted, stranger)));
    }

    private Outcome widened(Granted granted) throws IOException, InterruptedException {
        Answer answer =
                tokens.refresh(client, granted.refreshToken(), granted.scope() + " user/*.cruds system/*.cruds");
        if (answer.status() != 200) {
            return Outcome.of(answer.status() == 400, "status " + answer.status());
        }
        return Outcome.of(ScopeText.isWithin(answer.text("scope"), granted.scope()), "the scope is wider than before");
    }

    private Outcome ofAnother(Granted granted, Optional<AppClient> stranger) throws IOException, InterruptedException {
        AppClient other = stranger.orElse(
                new AppClient(client.id() + "-other", new ClientProof.None(), client.redirectUri(), ""));
        Outcome outcome = TokenFields.refused(tokens.refresh(other, granted.refreshToken(), ""));
        return outcome.equals(Outcome.pass()) && stranger.isEmpty()
                ? Outcome.pass("asked as a client that does not exist")
                : outcome;
    }
}
