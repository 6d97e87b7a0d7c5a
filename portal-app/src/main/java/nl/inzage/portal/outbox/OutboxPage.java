package nl.inzage.portal.outbox;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nl.inzage.portal.notation.Notation;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The demo's telephone and mailbox: what the hospital would have sent can be read here. */
@Controller
@Profile("demo")
@RequestMapping("/demo/outbox")
class OutboxPage {

    private final Outbox outbox;
    private final Clock clock;

    OutboxPage(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What a gateway for text messages and mail would take. */
    record Delivery(
            @NotNull @Pattern(regexp = "sms|email") String channel,
            @NotBlank @Size(max = 200) String to,
            @NotBlank @Size(max = 4000) String text) {}

    /** All messages, for tests and tools. */
    record Messages(List<Message> messages) {}

    /** One message on the page. */
    record Row(String channel, String to, String text, String code, String at) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @ResponseBody
    void deliver(@Valid @RequestBody Delivery delivery) {
        outbox.add(new Message(delivery.channel(), delivery.to(), delivery.text(), clock.instant()));
    }

    @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
    String page(@RequestParam(name = "to", defaultValue = "") String receiver, Notation notation, Model model) {
        model.addAttribute(
                "messages",
                outbox.to(receiver).stream()
                        .map(message -> row(message, notation))
                        .toList());
        return "outbox/page";
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Messages json(@RequestParam(name = "to", defaultValue = "") String receiver) {
        return new Messages(outbox.to(receiver));
    }

    private static Row row(Message message, Notation notation) {
        LocalDate day = LocalDate.ofInstant(message.at(), Notation.HOSPITAL_TIME);
        return new Row(
                message.channel(),
                message.to(),
                message.text(),
                message.code(),
                notation.day(day) + ", " + notation.time(message.at()));
    }
}
