package nl.inzage.auth.consent;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.inzage.policy.smart.Interaction;
import nl.inzage.policy.smart.Scope;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says what scopes mean in words a patient knows; a type without own words is named as it is, never left out. */
@Component
class ScopeWords {

    private static final List<String> NOT_SHOWN = List.of("launch/patient", "launch");

    private final MessageSource messages;

    ScopeWords(MessageSource messages) {
        this.messages = messages;
    }

    /** One sentence for each thing that the app asks for. */
    List<String> of(Collection<String> scopes, Locale locale) {
        Set<String> sentences = new LinkedHashSet<>();
        for (String text : scopes.stream().sorted().toList()) {
            if (!NOT_SHOWN.contains(text)) {
                sentences.add(Scope.parse(text)
                        .map(scope -> resource(scope, locale))
                        .orElseGet(() -> word("consent.scope." + text, text, locale)));
            }
        }
        return List.copyOf(sentences);
    }

    private String resource(Scope scope, Locale locale) {
        String data = word("consent.data." + scope.resourceType().replace("*", "all"), scope.resourceType(), locale);
        boolean reads = scope.interactions().contains(Interaction.READ)
                || scope.interactions().contains(Interaction.SEARCH);
        boolean writes = scope.interactions().stream()
                .anyMatch(interaction -> interaction != Interaction.READ && interaction != Interaction.SEARCH);
        String action = writes ? reads ? "both" : "write" : "read";
        String part = scope.query().isEmpty() ? "" : " " + word("consent.part", "", locale);
        return messages.getMessage("consent.may." + action, new Object[] {data}, locale) + part;
    }

    private String word(String key, String otherwise, Locale locale) {
        return Optional.ofNullable(messages.getMessage(key, null, null, locale))
                .orElseGet(() -> messages.getMessage("consent.data.other", new Object[] {otherwise}, locale));
    }
}
