package nl.inzage.auth.consent;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Tells somebody that the own hospital did not approve the app. Which app it was is not said: the page is for any. */
@Controller
class AppNotApprovedController {

    @GetMapping("/app-niet-goedgekeurd")
    @ResponseStatus(HttpStatus.FORBIDDEN)
    String tell() {
        return "app-niet-goedgekeurd";
    }
}
