package nl.inzage.portal.smart;

import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** One HTTP client for everything between portal and authorization server: it waits, but not for ever. */
@Component
class AuthorizationServerHttp {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final JdkClientHttpRequestFactory requests;

    AuthorizationServerHttp() {
        // A redirect would carry the client's secret to wherever it points.
        requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        requests.setReadTimeout(ANSWER);
    }

    RestClient client() {
        return RestClient.builder().requestFactory(requests).build();
    }

    JdkClientHttpRequestFactory requests() {
        return requests;
    }
}
