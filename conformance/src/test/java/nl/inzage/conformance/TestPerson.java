package nl.inzage.conformance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import nl.inzage.conformance.app.Tester;
import nl.inzage.conformance.app.Wish;
import nl.inzage.conformance.server.SmallServer;

/** A person whose browser shows nothing: the small server reads the wish from a header. */
record TestPerson(SmallServer server) implements Tester {

    private static final HttpClient BROWSER =
            HttpClient.newBuilder().followRedirects(Redirect.NORMAL).build();

    @Override
    public boolean visit(URI address, Wish wish) {
        get(wish == Wish.LAUNCH ? URI.create(address + server.launch()) : address, wish);
        return true;
    }

    /** Withdraws, when that is what is asked, and sees no error page. */
    @Override
    public Optional<Boolean> ask(String question) {
        if (question.startsWith("Withdraw")) {
            get(URI.create(server.issuer() + "/withdraw"), Wish.ALLOW);
            return Optional.of(true);
        }
        return Optional.of(false);
    }

    private static void get(URI page, Wish wish) {
        HttpRequest request =
                HttpRequest.newBuilder(page).header("X-Wish", wish.name()).build();
        try {
            BROWSER.send(request, BodyHandlers.discarding());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
