package nl.inzage.auth.limit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import nl.inzage.auth.settings.LimitSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses what comes too often from one address, or from everywhere together, before anything is looked up: the refusal
 * cannot depend on who is asked about. A flood from one address is not counted against the others.
 */
@Configuration(proxyBeanMethods = false)
class RequestLimits implements WebMvcConfigurer, HandlerInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(RequestLimits.class);
    private static final String EVERYWHERE = "*";

    private final Allowances allowances;
    private final SourceAddress sources;
    private final LimitSettings settings;

    RequestLimits(Allowances allowances, SourceAddress sources, LimitSettings settings) {
        this.allowances = allowances;
        this.sources = sources;
        this.settings = settings;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!"POST".equals(request.getMethod())) {
            return true;
        }
        Optional<Duration> wait =
                Asked.by(request.getServletPath()).flatMap(asked -> refused(asked, sources.of(request)));
        if (wait.isPresent()) {
            response.setHeader("Retry-After", Long.toString(wait.get().toSeconds() + 1));
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        }
        return wait.isEmpty();
    }

    private Optional<Duration> refused(Asked asked, String source) {
        Optional<Duration> bySource = allowances.take(asked, source, settings.limitSource());
        if (bySource.isPresent()) {
            return bySource;
        }
        Optional<Duration> inAll = allowances.take(asked, EVERYWHERE, settings.limitAll());
        if (inAll.isPresent()) {
            LOG.warn("ALARM: more requests of kind {} than INZAGE_LIMIT_ALL allows", asked);
        }
        return inAll;
    }
}
