package nl.inzage.conformance.check;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.inzage.conformance.app.Launched;
import nl.inzage.conformance.app.Launches;
import nl.inzage.conformance.app.Listener;
import nl.inzage.conformance.app.Tester;
import nl.inzage.conformance.app.Wish;
import nl.inzage.conformance.report.Outcome;
import nl.inzage.conformance.web.Answer;
import nl.inzage.conformance.web.Form;
import nl.inzage.conformance.web.Web;

/**
 * Authorization requests that a server must not answer with a code. Many servers say so at once; others let the person
 * log in first, and then a person has to look.
 */
final class RefusedRequests {

    private static final int HOPS = 5;

    private final Web web;
    private final Launches launches;
    private final Tester tester;

    RefusedRequests(Web web, Launches launches, Tester tester) {
        this.web = web;
        this.launches = launches;
        this.tester = tester;
    }

    /** Whether a request that is changed so ends without a code. */
    Outcome endsWithoutCode(UnaryOperator<Form> change) throws IOException, InterruptedException {
        String scope = launches.client().scope();
        Answer end = follow(
                launches.address(change.apply(launches.request(scope))),
                launches.client().redirectUri());
        String location = end.header("Location");
        if (isAt(location, launches.client().redirectUri())) {
            String code =
                    Listener.parameters(URI.create(location).getRawQuery()).getOrDefault("code", "");
            return Outcome.of(code.isEmpty(), "a code was given");
        }
        return end.status() >= 400 ? Outcome.pass("an error page") : withAPerson(scope, change);
    }

    private Outcome withAPerson(String scope, UnaryOperator<Form> change) throws InterruptedException {
        Optional<Launched> launched = launches.launch(scope, Wish.LOOK, change);
        if (launched.isEmpty()) {
            return Outcome.skip("the server asks to log in first, and nobody could");
        }
        if (launched.get().answer().isPresent()) {
            return Outcome.of(launched.get().code().isEmpty(), "a code was given");
        }
        return tester.ask("Did the server show an error, instead of asking to allow the app?")
                .map(error -> Outcome.of(error, "the server showed no error"))
                .orElse(Outcome.skip("nobody said what the server showed"));
    }

    /** Whether a browser is not sent to an address that is not registered. */
    Outcome neverGoesTo(URI unregistered) throws IOException, InterruptedException {
        Form request = launches.request(launches.client().scope()).with("redirect_uri", unregistered.toString());
        Answer end = follow(launches.address(request), unregistered);
        if (isAt(end.header("Location"), unregistered)) {
            return Outcome.fail("the browser is sent there");
        }
        return end.status() >= 400
                ? Outcome.pass("an error page")
                : Outcome.manual("The server asks to log in first; log in and look: " + launches.address(request));
    }

    private Answer follow(URI address, URI until) throws IOException, InterruptedException {
        Answer answer = web.get(address);
        for (int hop = 0; hop < HOPS && answer.status() / 100 == 3; hop++) {
            String location = answer.header("Location");
            if (location.isEmpty() || isAt(location, until)) {
                return answer;
            }
            answer = web.get(answer.address().resolve(location));
        }
        return answer;
    }

    private static boolean isAt(String location, URI address) {
        return location.equals(address.toString()) || location.startsWith(address + "?");
    }
}
