package nl.inzage.portal.desk;

import nl.inzage.portal.shell.NoDossier;
import nl.inzage.portal.smart.SmartUser;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What an employee sees: this account opens no dossier, on whichever page of a dossier it is asked to. */
@Controller
@ControllerAdvice
class DeskPage {

    private static final String PAGE = "desk/page";

    @GetMapping("/balie")
    String page(@AuthenticationPrincipal SmartUser user) {
        return user.patient().isPresent() ? "redirect:/overzicht" : PAGE;
    }

    @ExceptionHandler(NoDossier.class)
    @ResponseStatus(HttpStatus.FORBIDDEN)
    String insteadOfADossier() {
        return PAGE;
    }
}
