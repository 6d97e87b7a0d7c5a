package nl.inzage.auth.staff;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.Accounts;
import nl.inzage.auth.registration.AppDecision;
import nl.inzage.policy.calendar.DutchCalendar;
import nl.inzage.policy.smart.Scope;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** What an app asks for, and what was decided about it, in words for an administrator. */
@Component
class AppWords {

    private final MessageSource messages;
    private final Accounts accounts;

    AppWords(MessageSource messages, Accounts accounts) {
        this.messages = messages;
        this.accounts = accounts;
    }

    /** A scope as the app writes it, and what the patient will read, which is empty where there are no words for it. */
    public record Asked(String scope, String words) {}

    /** Something that was decided, for the page. */
    public record Past(String verdict, String day, String by, String reason) {}

    List<Asked> of(List<String> scopes, Locale language) {
        return scopes.stream()
                .map(scope ->
                        new Asked(scope, StringUtils.capitalize(messages.getMessage(key(scope), null, "", language))))
                .toList();
    }

    private static String key(String scope) {
        return Scope.parse(scope)
                .map(of -> "consent.data." + of.resourceType().replace("*", "all"))
                .orElse("consent.scope." + scope);
    }

    List<Past> past(List<AppDecision> decisions, Locale language) {
        DateTimeFormatter form = DateTimeFormatter.ofPattern("d MMMM yyyy, HH.mm", language);
        return decisions.stream()
                .map(decision -> new Past(
                        decision.verdict().word(),
                        form.format(decision.at().atZone(DutchCalendar.ZONE)),
                        accounts.byId(decision.by()).map(Account::username).orElse(""),
                        decision.reason()))
                .toList();
    }
}
