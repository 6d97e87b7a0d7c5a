package nl.inzage.portal.shell;

import jakarta.servlet.http.HttpServletRequest;
import nl.inzage.portal.fhir.Dossier;
import nl.inzage.portal.fhir.FhirClients;
import nl.inzage.portal.smart.AccessTokens;
import nl.inzage.portal.smart.SmartUser;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Lets a page ask for the dossier of this session; nothing in a URL can point to another one. */
@Component
class DossierOfSession implements HandlerMethodArgumentResolver {

    private final FhirClients clients;
    private final AccessTokens tokens;

    DossierOfSession(FhirClients clients, AccessTokens tokens) {
        this.clients = clients;
        this.tokens = tokens;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(Dossier.class);
    }

    @Override
    public Dossier resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest request,
            WebDataBinderFactory binders) {
        HttpServletRequest http = request.getNativeRequest(HttpServletRequest.class);
        if (http.getUserPrincipal() instanceof Authentication login && login.getPrincipal() instanceof SmartUser user) {
            String patient = user.patient().orElseThrow(NoDossier::new);
            return clients.open(patient, tokens.forSession(http.getSession()));
        }
        throw new NoDossier();
    }
}
