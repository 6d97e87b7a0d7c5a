package nl.inzage.portal.shell;

import java.util.List;
import nl.inzage.portal.settings.PortalSettings;
import nl.inzage.portal.smart.LoginLimit;
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
    private final LoginLimit loginLimit;

    PageParts(PortalSettings settings, DossierOfSession dossiers, LoginLimit loginLimit) {
        this.settings = settings;
        this.dossiers = dossiers;
        this.loginLimit = loginLimit;
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

    /** With the prefix browsers keep it only when this host set it over TLS; on plain http they would refuse it. */
    @Bean
    DefaultCookieSerializerCustomizer secureWhereThePortalIs() {
        return cookie -> {
            cookie.setUseSecureCookie(settings.secure());
            cookie.setCookiePath("/");
            cookie.setCookieName((settings.secure() ? "__Host-" : "") + "INZAGE_PORTAL_SESSION");
        };
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(dossiers);
        resolvers.add(new NotationOfVisitor());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(loginLimit);
        registry.addInterceptor(new EveryPage(localeResolver(), settings.issuer()));
    }
}
