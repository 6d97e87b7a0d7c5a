package nl.inzage.auth.consent;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.inzage.policy.smart.Access;
import nl.inzage.policy.smart.ConsentOffer;
import nl.inzage.policy.smart.DataKind;
import nl.inzage.policy.smart.ObservationPart;
import nl.inzage.policy.smart.PatientTypes;
import nl.inzage.policy.smart.Scope;
import nl.inzage.policy.smart.ScopeSet;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Says what scopes mean in words a patient knows; a type without own words is named as it is, never left out. */
@Component
public class ScopeWords {

    private static final List<String> NOT_SHOWN =
            List.of("launch/patient", "launch", "offline_access", "online_access");

    private final MessageSource messages;

    ScopeWords(MessageSource messages) {
        this.messages = messages;
    }

    /** What the app may besides getting data, as seeing who somebody is: one sentence each. */
    List<String> besideData(ScopeSet scopes, Locale locale) {
        return scopes.texts().stream()
                .sorted()
                .filter(text -> Scope.parse(text).isEmpty() && !NOT_SHOWN.contains(text))
                // The one says all that the other does.
                .filter(text -> !text.equals("openid") || !scopes.contains("fhirUser"))
                .map(text -> StringUtils.capitalize(word("consent.scope." + text, text, locale)))
                .distinct()
                .toList();
    }

    /** All that an app may, in a sentence for what it sees, one for what it changes, and one for each other thing. */
    public List<String> of(ScopeSet scopes, Locale locale) {
        // Without types a wildcard stays one thing.
        ConsentOffer whole = ConsentOffer.of(scopes, List.of("*"));
        return Stream.concat(
                        Stream.of(Access.values()).flatMap(access -> sentence(access, whole.kinds(access), locale)),
                        besideData(scopes, locale).stream())
                .toList();
    }

    private Stream<String> sentence(Access access, List<DataKind> kinds, Locale locale) {
        String data = kinds.stream()
                .sorted(Comparator.comparingInt(kind -> PatientTypes.ALL.indexOf(kind.resourceType())))
                .map(kind -> named(kind, locale))
                .distinct()
                .collect(Collectors.joining("; "));
        String may = access == Access.READ ? "consent.may.read" : "consent.may.write";
        return data.isEmpty() ? Stream.empty() : Stream.of(messages.getMessage(may, new Object[] {data}, locale));
    }

    /** A kind of data by its name. */
    String of(DataKind kind, Locale locale) {
        return StringUtils.capitalize(named(kind, locale));
    }

    private String named(DataKind kind, Locale locale) {
        String data = word("consent.data." + kind.resourceType().replace("*", "all"), kind.resourceType(), locale);
        if (kind.query().isEmpty()) {
            return data;
        }
        String part = Stream.of(ObservationPart.values())
                .filter(each -> each.query().equals(kind.query()))
                .map(each -> "consent.part." + each.name())
                .findFirst()
                .orElse("consent.part");
        return data + " " + messages.getMessage(part, null, locale);
    }

    private String word(String key, String otherwise, Locale locale) {
        return Optional.ofNullable(messages.getMessage(key, null, null, locale))
                .orElseGet(() -> messages.getMessage("consent.data.other", new Object[] {otherwise}, locale));
    }
}
