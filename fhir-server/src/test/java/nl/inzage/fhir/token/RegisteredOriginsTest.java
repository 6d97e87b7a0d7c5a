package nl.inzage.fhir.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.ResourceAccessException;

/** What is known of registered origins while the authorization server answers, and while it does not. */
class RegisteredOriginsTest {

    private Set<String> now = Set.of("https://app.example");
    private boolean reachable = true;
    private final RegisteredOrigins origins = new RegisteredOrigins(this::tell);

    @Test
    void before_it_answered_none_is_registered() {
        assertThat(origins.contains("https://app.example")).isFalse();
    }

    @Test
    void the_newest_answer_holds() {
        origins.ask();
        assertThat(origins.contains("https://app.example")).isTrue();
        now = Set.of("https://other.example");
        origins.ask();

        assertThat(origins.contains("https://app.example")).isFalse();
        assertThat(origins.contains("https://other.example")).isTrue();
    }

    @Test
    void without_an_answer_the_last_one_holds() {
        origins.ask();
        reachable = false;

        assertThatThrownBy(origins::ask).isInstanceOf(ResourceAccessException.class);
        assertThat(origins.contains("https://app.example")).isTrue();
    }

    private Set<String> tell() {
        if (!reachable) {
            throw new ResourceAccessException("down");
        }
        return now;
    }
}
