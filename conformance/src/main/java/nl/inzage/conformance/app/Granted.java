package nl.inzage.conformance.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import nl.inzage.conformance.web.Answer;

/** What an app holds after a launch: the answer of the token endpoint. */
public record Granted(String asked, Answer answer) {

    public JsonNode json() {
        return answer.json();
    }

    public boolean isGranted() {
        return answer.status() == 200 && !accessToken().isEmpty();
    }

    public String accessToken() {
        return answer.text("access_token");
    }

    public String refreshToken() {
        return answer.text("refresh_token");
    }

    public String patient() {
        return answer.text("patient");
    }

    public String scope() {
        return answer.text("scope");
    }

    public Set<String> scopes() {
        return words(scope());
    }

    /** What a header that carries the access token holds. */
    public String bearer() {
        return "Bearer " + accessToken();
    }

    /** The words of a scope. */
    public static Set<String> words(String scope) {
        Set<String> words = new LinkedHashSet<>(Arrays.asList(scope.strip().split("\\s+")));
        words.remove("");
        return words;
    }

    @Override
    public String toString() {
        return "Granted[" + answer.status() + "]";
    }
}
