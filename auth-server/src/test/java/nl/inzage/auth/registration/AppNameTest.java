package nl.inzage.auth.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an app and its maker may be called, and which names look the same. */
class AppNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mijn Ðossier",
                "ZØrgapp",
                "Þorgapp",
                "Straße",
                "Æsculaap",
                "Œdeem",
                "Łinde",
                "Đossier",
                "Zorgapp\u0323",
                "Zorg\u0131app",
                "\u041cijn app",
                "Zorg\u017fapp",
                "Zorg\u212aapp"
            })
    void a_letter_that_is_none_of_a_to_z_with_an_accent_is_in_no_name(String name) {
        assertThat(AppName.fits(name)).isFalse();
        assertThat(MakerName.fits(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Réseau", "Öogmeter", "Zorg & Co.", "Čapek", "H2O"})
    void letters_with_an_accent_are_in_names(String name) {
        assertThat(AppName.fits(name)).isTrue();
        assertThat(MakerName.fits(name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Réseau, reseau",
        "Groeicürve, GROE1 CURVE",
        "Ďossier, dossier",
        "Kompas, Kornpas",
        "Mijn İnzage, Mijn lnzage"
    })
    void names_that_differ_by_what_nobody_notices_have_one_key(String name, String other) {
        assertThat(AppName.key(name)).isEqualTo(AppName.key(other));
    }

    @Test
    void other_names_have_other_keys() {
        assertThat(AppName.key("Bloedmeter")).isNotEqualTo(AppName.key("Bloemeter"));
    }
}
