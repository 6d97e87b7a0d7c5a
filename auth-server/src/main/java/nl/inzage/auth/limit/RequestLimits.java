package nl.inzage.auth.limit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
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
    private static final Duration TELL_AGAIN = Duration.ofMinutes(1);

    /** A site may ask as much as so many of its networks: a campus has many people, and a stranger can have a site. */
    private static final int NETWORKS_OF_A_SITE = 4;

    private final Allowances allowances;
    private final SourceAddress sources;
    private final LimitSettings settings;
    private final Clock clock;
    private final AtomicLong told = new AtomicLong();

    RequestLimits(Allowances allowances, SourceAddress sources, LimitSettings settings, Clock clock) {
        this.allowances = allowances;
        this.sources = sources;
        this.settings = settings;
        this.clock = clock;
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
        Optional<Duration> wait = Asked.by(request.getServletPath()).flatMap(asked -> refused(asked, request));
        if (wait.isPresent()) {
            response.setHeader("Retry-After", Long.toString(wait.get().toSeconds() + 1));
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        }
        return wait.isEmpty();
    }

    private Optional<Duration> refused(Asked asked, HttpServletRequest request) {
        return allowances
                .take(asked, sources.of(request), settings.limitSource())
                .or(() -> sources.siteOf(request)
                        .flatMap(site -> allowances.take(asked, site, settings.limitSource() * NETWORKS_OF_A_SITE)))
                .or(() -> inAll(asked));
    }

    private Optional<Duration> inAll(Asked asked) {
        Optional<Duration> wait = allowances.take(asked, EVERYWHERE, settings.limitAll());
        if (wait.isPresent() && mayTell()) {
            LOG.warn("ALARM: more requests of kind {} than INZAGE_LIMIT_ALL allows", asked);
        }
        return wait;
    }

    /** Once a minute: a flood is not to fill the log as well. */
    private boolean mayTell() {
        long now = clock.millis();
        long last = told.get();
        return now - last > TELL_AGAIN.toMillis() && told.compareAndSet(last, now);
    }
}
