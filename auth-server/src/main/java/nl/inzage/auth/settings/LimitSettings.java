package nl.inzage.auth.settings;

import jakarta.validation.constraints.Min;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How much strangers may ask in ten minutes, and by which address they are told apart.
 *
 * @param limitSource of each kind of request, from one address
 * @param limitAll of each kind of request, from everywhere together
 * @param trustedProxies the addresses or ranges of proxies whose X-Forwarded-For is believed; empty for none
 */
@Validated
@ConfigurationProperties("inzage")
public record LimitSettings(@Min(1) int limitSource, @Min(1) int limitAll, List<String> trustedProxies) {

    /** No proxy is trusted unless it is named. */
    public LimitSettings {
        trustedProxies = trustedProxies == null ? List.of() : List.copyOf(trustedProxies);
    }
}
