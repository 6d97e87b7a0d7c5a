package nl.inzage.portal.smart;

import nl.inzage.portal.settings.PortalSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.web.servlet.LocaleResolver;

/**
 * SMART standalone launch: state and nonce come from Spring Security, PKCE, {@code aud} and the language from here.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/app-launch.html">App Launch, steps 4 and 5</a>
 */
@Configuration(proxyBeanMethods = false)
class SmartLaunch {

    @Bean
    OAuth2AuthorizationRequestResolver launch(
            SmartRegistration registration, PortalSettings settings, LocaleResolver languages) {
        DefaultOAuth2AuthorizationRequestResolver resolver =
                new DefaultOAuth2AuthorizationRequestResolver(registration, LoginPage.START);
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce()
                .andThen(request -> request.additionalParameters(more -> more.put("aud", settings.narrowDoor()))));
        return new LaunchInLanguage(resolver, languages);
    }
}
