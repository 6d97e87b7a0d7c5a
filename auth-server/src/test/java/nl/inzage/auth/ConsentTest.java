package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.App;
import nl.inzage.auth.support.Browser;
import nl.inzage.auth.support.Journey;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.auth.support.TestClients;
import org.junit.jupiter.api.Test;

/** An app of somebody else gets data only after the person said yes, each time. */
class ConsentTest {

    private static final Pattern HIDDEN = Pattern.compile("name=\"(client_id|state|scope)\" value=\"([^\"]*)\"");

    private final RunningServer server = RunningServer.shared();
    private final App groei = App.groei(server);
    private final Journey journey = new Journey(server);

    @Test
    void the_page_names_the_app_and_says_in_words_what_it_may() {
        Answer page = consentPage(groei);

        assertThat(page.body())
                .contains("Mag Groeicurve uw gegevens gebruiken?")
                .contains("Uw uitslagen en metingen bekijken")
                .contains("Uw naam, geboortedatum, adres en andere persoonlijke gegevens bekijken")
                .contains("tot 90 dagen")
                .doesNotContain("patient/Observation.read<");
    }

    @Test
    void after_yes_the_public_app_gets_tokens_in_its_own_words_and_can_refresh() {
        Answer back = answer(consentPage(groei), true);
        Answer token = groei.redeem(back.parameters().get("code"));

        assertThat(back.location()).startsWith(TestClients.APP_REDIRECT + "&code=");
        assertThat(token.status()).as(token.body()).isEqualTo(200);
        assertThat(token.json().get("scope").asText().split(" "))
                .containsExactlyInAnyOrder("patient/Observation.read", "patient/Patient.read", "offline_access");
        assertThat(token.json().get("patient").asText()).isEqualTo(People.CARLA.fhirId());
        assertThat(token.json().has("id_token")).isFalse();

        Answer refreshed = groei.refresh(Tokens.refreshToken(token));
        assertThat(refreshed.status()).isEqualTo(200);

        Answer withoutClientId = new Browser(server.issuer())
                .post(
                        "/oauth2/token",
                        Map.of("grant_type", "refresh_token", "refresh_token", Tokens.refreshToken(refreshed)));
        assertThat(withoutClientId.status()).isEqualTo(200);
    }

    @Test
    void after_no_the_app_hears_access_denied() {
        Answer back = answer(consentPage(groei), false);

        assertThat(back.location()).startsWith(TestClients.APP_REDIRECT + "&error=access_denied");
        assertThat(back.parameters()).containsKey("state").doesNotContainKey("code");
    }

    @Test
    void a_yes_is_asked_again_next_time() {
        answer(consentPage(groei), true);

        Answer next = journey.browser().get(groei.authorizeAddress());

        assertThat(next.location()).contains("/toestemming?");
    }

    @Test
    void an_app_that_only_wants_to_know_who_somebody_is_needs_a_yes_as_well() {
        assertThat(consentPage(groei.asking("openid")).body()).contains("Zien wie u bent");
    }

    @Test
    void a_yes_works_once() {
        Answer page = consentPage(groei);

        assertThat(answer(page, true).location()).contains("code=");
        assertThat(answer(page, true).status()).isEqualTo(400);
    }

    @Test
    void a_form_cannot_add_to_what_was_asked() {
        String more = form(consentPage(groei), true) + "&scope=patient%2FCondition.rs";

        assertThat(post(more).parameters()).containsEntry("error", "invalid_scope");
    }

    @Test
    void somebody_else_cannot_answer() {
        String form = form(consentPage(groei), true);
        Journey other = new Journey(server);
        other.logIn(People.EVA);

        assertThat(other.browser().postForm("/oauth2/authorize", form).status()).isEqualTo(400);
    }

    private Answer consentPage(App app) {
        journey.open(app);
        Answer on = journey.logIn(People.CARLA);
        Answer consent = journey.browser().get(on.location());
        assertThat(consent.location()).contains("/toestemming?");
        return journey.browser().get(consent.location());
    }

    private Answer answer(Answer page, boolean yes) {
        return post(form(page, yes));
    }

    private Answer post(String form) {
        return journey.browser().postForm("/oauth2/authorize", form);
    }

    private static String form(Answer page, boolean yes) {
        String body =
                page.body().substring(page.body().indexOf("<main"), page.body().indexOf("</main>"));
        String html = yes ? body.substring(0, body.indexOf("</form>")) : body.substring(body.lastIndexOf("<form"));
        List<String> fields = new ArrayList<>();
        Matcher hidden = HIDDEN.matcher(html);
        while (hidden.find()) {
            fields.add(Browser.form(Map.of(hidden.group(1), hidden.group(2))));
        }
        return String.join("&", fields);
    }
}
