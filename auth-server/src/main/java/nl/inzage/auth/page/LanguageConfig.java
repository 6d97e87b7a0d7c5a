package nl.inzage.auth.page;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import nl.inzage.auth.settings.AuthSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** Pages are Dutch unless somebody chooses English; a cookie remembers that. */
@Configuration(proxyBeanMethods = false)
class LanguageConfig implements WebMvcConfigurer {

    /** The languages that every message exists in; the first is the ordinary one. */
    static final List<Locale> LANGUAGES = List.of(Locale.forLanguageTag("nl"), Locale.ENGLISH);

    @Bean
    LocaleResolver localeResolver(AuthSettings settings) {
        CookieLocaleResolver resolver = new CookieLocaleResolver("INZAGE_LANGUAGE");
        resolver.setDefaultLocale(LANGUAGES.get(0));
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieSecure("https".equals(settings.issuer().getScheme()));
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new LanguageChoice());
    }
}
