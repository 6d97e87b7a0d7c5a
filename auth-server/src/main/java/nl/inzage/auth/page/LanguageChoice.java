package nl.inzage.auth.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Follows the language link of a page, {@code ?taal=en}; another value changes nothing. */
final class LanguageChoice implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String asked = request.getParameter("taal");
        if (asked != null) {
            Languages.named(asked).ifPresent(language -> RequestContextUtils.getLocaleResolver(request)
                    .setLocale(request, response, language));
        }
        return true;
    }
}
