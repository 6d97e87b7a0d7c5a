package nl.inzage.fhir.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OAuth2IntrospectionException;

/** What the authorization server says of a grant counts for half a minute. */
class StandingGrantsTest {

    private final List<String> asked = new ArrayList<>();
    private final Set<String> ended = new HashSet<>();
    private final Set<String> dead = new HashSet<>();
    private final Map<String, Jwt> tokens = new HashMap<>();
    private boolean reachable = true;
    private Duration time = Duration.ZERO;
    private final StandingGrants grants = new StandingGrants(this::introspect, dead::contains, () -> time.toNanos());

    @Test
    void a_grant_that_ends_opens_nothing_half_a_minute_later() {
        assertThat(stands("annas")).isTrue();
        ended.add("annas");
        time = Duration.ofSeconds(29);
        assertThat(stands("annas")).isTrue();
        time = Duration.ofSeconds(31);

        assertThat(stands("annas")).isFalse();
        assertThat(asked).containsExactly("annas", "annas");
    }

    @Test
    void of_each_token_itself_is_asked() {
        ended.add("annas");

        assertThat(stands("annas")).isFalse();
        assertThat(stands("brams")).isTrue();
    }

    @Test
    void nobodys_grant_for_the_dossier_of_who_died_stands() {
        dead.add("patient-of-annas");

        assertThat(stands("annas")).isFalse();
        assertThat(stands("brams")).isTrue();
    }

    @Test
    void while_nobody_can_tell_nothing_stands_and_it_is_asked_again_a_few_seconds_later() {
        reachable = false;
        assertThatThrownBy(() -> stands("annas")).isInstanceOf(JwtException.class);
        reachable = true;
        assertThatThrownBy(() -> stands("brams")).isInstanceOf(JwtException.class);
        assertThat(asked).isEmpty();
        time = Duration.ofSeconds(4);

        assertThat(stands("annas")).isTrue();
        assertThat(stands("brams")).isTrue();
    }

    private boolean stands(String token) {
        return grants.stands(tokens.computeIfAbsent(token, value -> Jwt.withTokenValue(value)
                .header("alg", "RS256")
                .claim("patient", "patient-of-" + value)
                .build()));
    }

    private OAuth2AuthenticatedPrincipal introspect(String token) {
        if (!reachable) {
            throw new OAuth2IntrospectionException("connection refused");
        }
        asked.add(token);
        if (ended.contains(token)) {
            throw new BadOpaqueTokenException("Provided token isn't active");
        }
        return new DefaultOAuth2AuthenticatedPrincipal(Map.of("active", true), List.of());
    }
}
