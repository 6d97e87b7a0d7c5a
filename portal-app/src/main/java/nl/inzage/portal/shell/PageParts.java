package nl.inzage.portal.shell;

import java.util.List;
import nl.inzage.portal.settings.PortalSettings;
import org.springframework.boot.autoconfigure.session.DefaultCookieSerializerCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What every page gets: its language, its texts, the dossier of the session. */
@Configuration(proxyBeanMethods = false)
class PageParts implements WebMvcConfigurer {

    private final PortalSettings settings;
    private final DossierOfSession dossiers;

    PageParts(PortalSettings settings, DossierOfSession dossiers) {
        this.settings = settings;
        this.dossiers = dossiers;
    }

    @Bean
    LocaleResolver localeResolver() {
        return new Languages(settings);
    }

    @Bean
    MessageSource messageSource() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }

    @Bean
    DefaultCookieSerializerCustomizer secureWhereThePortalIs() {
        return cookie -> cookie.setUseSecureCookie(settings.secure());
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(dossiers);
        resolvers.add(new NotationOfVisitor());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new EveryPage(localeResolver(), settings.issuer()));
    }
}
