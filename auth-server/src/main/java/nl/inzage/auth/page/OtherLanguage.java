package nl.inzage.auth.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

/** Gives every page the way to the same page in the other language; an answer to a form leads to the form. */
@ControllerAdvice
class OtherLanguage {

    @ModelAttribute("otherLanguage")
    String language(Locale current) {
        return Languages.otherThan(current).getLanguage();
    }

    @ModelAttribute("otherLanguageLink")
    String link(HttpServletRequest request, Locale current) {
        String path = request.getServletPath();
        boolean page = "GET".equals(request.getMethod()) && !path.equals("/error");
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(page ? path : "/inloggen");
        if (path.equals("/inloggen/code")
                || path.matches("/(activeren|wachtwoord-vergeten|gebruikersnaam-vergeten).*")) {
            address.replacePath(path);
        } else if (!page && path.matches("/(balie|account)(/.*)?")) {
            address.replacePath(path.replaceFirst("^(/[a-z]+).*", "$1"));
        }
        if (page) {
            address.query(request.getQueryString());
        }
        return address.replaceQueryParam("taal", Languages.otherThan(current).getLanguage())
                .build()
                .toUriString();
    }
}
