package nl.inzage.auth.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import nl.inzage.auth.settings.LimitSettings;
import nl.inzage.auth.settings.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which address counts: what a stranger writes in a header changes nothing. */
class SourceAddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // who connected | X-Forwarded-For | trusted proxies | counts
                "198.51.100.7 |                                    |                     | 198.51.100.7",
                "198.51.100.7 | 203.0.113.9                        |                     | 198.51.100.7",
                "198.51.100.7 | 203.0.113.9                        | 10.0.0.0/8          | 198.51.100.7",
                "10.0.0.1     | 203.0.113.9                        | 10.0.0.0/8          | 203.0.113.9",
                "10.0.0.1     | 192.0.2.66, 203.0.113.9            | 10.0.0.0/8          | 203.0.113.9",
                "10.0.0.1     | 192.0.2.66, 203.0.113.9 , 10.0.0.2 | 10.0.0.0/8          | 203.0.113.9",
                "10.0.0.1     | 192.0.2.66, 10.1.1.1               | 10.0.0.1            | 10.1.1.1",
                "10.0.0.1     | 10.0.0.3, 10.0.0.2                 | 10.0.0.0/8          | 10.0.0.3",
                "10.0.0.1     |                                    | 10.0.0.0/8          | 10.0.0.1",
                "10.0.0.1     | unknown                            | 10.0.0.0/8          | 10.0.0.1",
                "10.0.0.1     | 203.0.113.9, localhost             | 10.0.0.0/8          | 10.0.0.1",
                "10.0.0.1     | 999.1.1.1                          | 10.0.0.0/8          | 10.0.0.1",
                "10.0.0.1     | 203.0.113.9:4711                   | 10.0.0.0/8          | 10.0.0.1",
                "::1          | 203.0.113.9                        | 10.0.0.0/8,::1      | 203.0.113.9",
                "127.0.0.1    | ::ffff:203.0.113.9                 | 127.0.0.1           | 203.0.113.9"
            })
    void counts(String peer, String forwarded, String proxies, String counts) {
        assertThat(sources(proxies).of(peer, forwarded == null ? List.of() : List.of(forwarded)))
                .isEqualTo(counts);
    }

    @Test
    void a_proxy_may_send_each_hop_in_a_header_of_its_own() {
        assertThat(sources("10.0.0.0/8").of("10.0.0.1", List.of("192.0.2.66", "203.0.113.9", "10.0.0.2")))
                .isEqualTo("203.0.113.9");
    }

    @Test
    void an_ipv6_network_is_one_source_and_the_next_another() {
        SourceAddress sources = sources("");
        String one = sources.of("2001:db8:1:2::5", List.of());

        assertThat(sources.of("2001:db8:1:2:ffff::6", List.of())).isEqualTo(one);
        assertThat(sources.of("2001:db8:1:3::5", List.of())).isNotEqualTo(one);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.ziekenhuis.example", "*", "10.0.0"})
    void a_proxy_without_an_address_stops_the_start(String proxy) {
        assertThatThrownBy(() -> sources(proxy))
                .isInstanceOf(StartRefused.class)
                .hasMessage("INZAGE_TRUSTED_PROXIES may hold IP addresses and ranges only.");
    }

    private static SourceAddress sources(String proxies) {
        List<String> all = proxies == null || proxies.isEmpty() ? List.of() : List.of(proxies.split(",", -1));
        return new SourceAddress(new LimitSettings(1, 1, all));
    }
}
