package nl.inzage.auth.page;

import nl.inzage.auth.settings.AuthSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How a page gets its language. */
@Configuration(proxyBeanMethods = false)
class LanguageConfig implements WebMvcConfigurer {

    @Bean
    LocaleResolver localeResolver(RequestCache requests, AuthSettings settings) {
        return new Languages(requests, "https".equals(settings.issuer().getScheme()));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new LanguageChoice());
    }
}
