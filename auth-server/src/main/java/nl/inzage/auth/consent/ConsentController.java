package nl.inzage.auth.consent;

import java.util.Locale;
import nl.inzage.auth.session.LoggedIn;
import nl.inzage.auth.token.Grants;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.CurrentSecurityContext;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Asks a person whether an app may see the data it asks for. What it asks is read from the grant, not from the address. */
@Controller
class ConsentController {

    private static final OAuth2TokenType STATE = new OAuth2TokenType(OAuth2ParameterNames.STATE);

    private final Grants grants;
    private final RegisteredClientRepository clients;
    private final ScopeWords words;

    ConsentController(Grants grants, RegisteredClientRepository clients, ScopeWords words) {
        this.grants = grants;
        this.clients = clients;
        this.words = words;
    }

    @GetMapping("/toestemming")
    String ask(
            @RequestParam String state,
            @CurrentSecurityContext(expression = "authentication") LoggedIn person,
            Locale locale,
            Model model) {
        OAuth2Authorization grant = grants.findByToken(state, STATE);
        if (grant == null || !grant.getPrincipalName().equals(person.getName())) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        OAuth2AuthorizationRequest request = grant.getAttribute(OAuth2AuthorizationRequest.class.getName());
        model.addAttribute(
                "app", clients.findById(grant.getRegisteredClientId()).getClientName());
        model.addAttribute("clientId", request.getClientId());
        model.addAttribute("state", state);
        model.addAttribute("scopes", request.getScopes());
        model.addAttribute("sentences", words.of(request.getScopes(), locale));
        return "toestemming";
    }
}
