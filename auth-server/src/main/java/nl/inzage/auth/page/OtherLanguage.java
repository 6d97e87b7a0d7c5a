package nl.inzage.auth.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

/** Gives every page the way to the same page in the other language; an answer to a form leads to the form. */
@ControllerAdvice
class OtherLanguage {

    /** What they are asked with leads nowhere a second time. */
    private static final Set<String> NO_WAY_BACK = Set.of("/error", "/inloggen/digid/terug");

    private static final Set<String> WITH_A_FORM =
            Set.of("/inloggen/code", "/inloggen/app", "/inloggen/digid/account", "/beveiliging/app");

    @ModelAttribute("otherLanguage")
    String language(Locale current) {
        return Languages.otherThan(current).getLanguage();
    }

    @ModelAttribute("otherLanguageLink")
    String link(HttpServletRequest request, Locale current) {
        String path = request.getServletPath();
        boolean page = "GET".equals(request.getMethod()) && !NO_WAY_BACK.contains(path);
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(page ? path : "/inloggen");
        if (WITH_A_FORM.contains(path) || path.matches("/(activeren|wachtwoord-vergeten|gebruikersnaam-vergeten).*")) {
            address.replacePath(path);
        } else if (!page && path.matches("/(balie|beheer|account|ontwikkelaars)(/.*)?")) {
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
