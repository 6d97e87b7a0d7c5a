package nl.inzage.portal.shell;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * "Ingelogd blijven": that it was asked is enough, as each request of a session begins its idle time anew. The answer has
 * no content, so that a browser without script stays on the page, with all that was typed.
 */
@Controller
class Stay {

    @PostMapping("/sessie")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stay() {}
}
