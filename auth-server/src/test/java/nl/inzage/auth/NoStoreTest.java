package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.Journey;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** No browser keeps a page of somebody who is logged in: each route that the server has is asked. */
class NoStoreTest {

    private final RunningServer server = RunningServer.shared();

    /** A route that a browser can ask for. */
    private record Route(RequestMethod method, String path) {}

    @Test
    void the_routes_are_those_of_the_server() {
        assertThat(routes())
                .contains(new Route(RequestMethod.GET, "/account"), new Route(RequestMethod.POST, "/balie/zoeken"))
                .hasSizeGreaterThan(50);
    }

    @ParameterizedTest
    @EnumSource(
            value = People.class,
            names = {"HANNA", "DESK_UMCU"})
    void no_answer_to_who_is_logged_in_is_kept(People person) {
        Journey journey = loggedIn(person);
        Map<Route, String> kept = new LinkedHashMap<>();
        for (Route route : routes()) {
            if (journey.browser().get("/account").status() != 200) {
                journey = loggedIn(person);
            }
            Answer answer = route.method() == RequestMethod.GET
                    ? journey.browser().get(route.path())
                    : journey.browser().submit(route.path(), Map.of());
            kept.put(route, answer.header("Cache-Control"));
        }

        assertThat(kept)
                .allSatisfy((route, header) ->
                        assertThat(header).as(route.toString()).contains("no-store"));
        assertThat(journey.browser().get("/inzage.css").header("Cache-Control")).contains("max-age=3600");
    }

    private Journey loggedIn(People person) {
        server.forgetAttempts();
        Journey journey = new Journey(server);
        assertThat(journey.logIn(person).status()).isEqualTo(302);
        journey.browser().get("/account");
        return journey;
    }

    private List<Route> routes() {
        return server.mappings().getHandlerMethods().keySet().stream()
                .flatMap(NoStoreTest::routes)
                .sorted(Comparator.comparing(Route::path).thenComparing(Route::method))
                .toList();
    }

    private static Stream<Route> routes(RequestMappingInfo mapping) {
        Stream<RequestMethod> methods =
                mapping.getMethodsCondition().getMethods().isEmpty()
                        ? Stream.of(RequestMethod.GET)
                        : mapping.getMethodsCondition().getMethods().stream();
        return methods.flatMap(method ->
                mapping.getPatternValues().stream().map(path -> new Route(method, path.replaceAll("\\{[^}]+}", "1"))));
    }
}
