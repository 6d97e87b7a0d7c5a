package nl.inzage.auth.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "naam@voorbeeld.nl",
                " naam@voorbeeld.nl ",
                "j.de-vries+inzage@mail.ziekenhuis.example",
                "o'neill@voorbeeld.co.uk",
                "jörg@müller.example",
                "naam@xn--mller-kva.example"
            })
    void an_address_is_read(String typed) {
        assertThat(EmailAddress.read(typed)).contains(typed.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "naam",
                "naam@",
                "@voorbeeld.nl",
                "naam@voorbeeld",
                "naam@voorbeeld.",
                "naam@.nl",
                "naam@@voorbeeld.nl",
                "na am@voorbeeld.nl",
                "naam.@voorbeeld.nl",
                ".naam@voorbeeld.nl",
                "na..am@voorbeeld.nl",
                "naam@voor..beeld.nl",
                "naam@-voorbeeld.nl",
                "naam@192.168.1.1",
                "naam@voorbeeld.nl,ander@voorbeeld.nl",
                "Naam <naam@voorbeeld.nl>",
                "naam@voorbeeld.nl\r\nBcc: ander@voorbeeld.nl",
                "naam\u0000@voorbeeld.nl",
                "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggggg@voorbeeld.nl"
            })
    void anything_else_is_not(String typed) {
        assertThat(EmailAddress.read(typed)).isEmpty();
    }
}
