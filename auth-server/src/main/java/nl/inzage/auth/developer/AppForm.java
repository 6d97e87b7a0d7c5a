package nl.inzage.auth.developer;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.inzage.auth.client.ClientUris;
import nl.inzage.auth.client.PublicKeySet;
import nl.inzage.auth.client.WebOrigin;
import nl.inzage.auth.page.FormErrors;
import nl.inzage.auth.registration.AppFacts;
import nl.inzage.auth.registration.AppKind;
import nl.inzage.auth.registration.AppName;
import nl.inzage.auth.registration.MakerName;
import nl.inzage.auth.registration.RegisteredApp;
import org.springframework.util.MultiValueMap;

/**
 * An app as a developer types it.
 *
 * @param redirectUris one on each line, as are the origins
 * @param jwks the public keys of an app that has them
 */
public record AppForm(
        String name,
        String organisation,
        String website,
        String purpose,
        String kind,
        String redirectUris,
        String origins,
        List<String> scopes,
        String jwks) {

    private static final int MOST_ADDRESSES = 5;
    private static final int LONGEST_ADDRESS = 300;
    private static final int LONGEST_KEYS = 10_000;

    static AppForm empty() {
        return new AppForm("", "", "https://", "", "", "", "", List.of(), "");
    }

    static AppForm typed(MultiValueMap<String, String> form) {
        return new AppForm(
                // As one sign each: a letter and its accent apart would look the same.
                Normalizer.normalize(one(form, "name"), Normalizer.Form.NFC),
                Normalizer.normalize(one(form, "organisation"), Normalizer.Form.NFC),
                one(form, "website"),
                one(form, "purpose"),
                one(form, "kind"),
                one(form, "redirectUris"),
                one(form, "origins"),
                form.getOrDefault("scopes", List.of()).stream()
                        .distinct()
                        .sorted()
                        .toList(),
                one(form, "jwks"));
    }

    /** The form to change an app with; the keys that it has are not shown, and stay unless others are typed. */
    static AppForm of(RegisteredApp app) {
        AppFacts facts = app.facts();
        return new AppForm(
                facts.name(),
                facts.organisation(),
                facts.website(),
                facts.purpose(),
                facts.kind().word(),
                String.join("\n", facts.redirectUris()),
                String.join("\n", facts.origins()),
                facts.scopes(),
                "");
    }

    /** What is wrong with the fields, each by itself. */
    FormErrors errors(boolean hasKeysAlready) {
        boolean needsKeys = AppKind.ofWord(kind).filter(AppKind::hasKeys).isPresent();
        boolean keysAreFine = (hasKeysAlready && jwks.isEmpty()) || keys().isPresent();
        return new FormErrors()
                .addIf(!AppName.fits(name), "name", "registration.name.form")
                .addIf(!MakerName.fits(organisation), "organisation", "registration.organisation.form")
                .addIf(!isWebsite(website), "website", "registration.website.form")
                .addIf(!purpose.matches("[^\\p{C}\\p{Zl}\\p{Zp}]{10,200}"), "purpose", "registration.purpose.form")
                .addIf(AppKind.ofWord(kind).isEmpty(), "kind", "registration.kind.missing")
                .addIf(needsKeys && !keysAreFine, "jwks", "registration.jwks.form")
                .addIf(!areRedirects(), "redirectUris", "registration.redirectUris.form")
                .addIf(!areOrigins(), "origins", "registration.origins.form")
                .addIf(
                        scopes.isEmpty() || !scopes.stream().allMatch(OfferedScopes::has),
                        "scopes",
                        "registration.scopes.missing");
    }

    /** What was typed, once nothing is wrong with it. */
    AppFacts facts() {
        return new AppFacts(
                name,
                organisation,
                website,
                purpose,
                AppKind.ofWord(kind).orElseThrow(),
                lines(redirectUris),
                lines(origins),
                scopes);
    }

    Optional<String> keys() {
        return jwks.isEmpty() || jwks.length() > LONGEST_KEYS ? Optional.empty() : PublicKeySet.read(jwks);
    }

    private boolean areRedirects() {
        List<String> addresses = lines(redirectUris);
        return !addresses.isEmpty()
                && addresses.size() <= MOST_ADDRESSES
                && addresses.stream().allMatch(address -> isAddress(address) && ClientUris.isRedirect(address));
    }

    private boolean areOrigins() {
        List<String> all = lines(origins);
        return all.size() <= MOST_ADDRESSES
                && all.stream().allMatch(origin -> isAddress(origin) && WebOrigin.isWritten(origin));
    }

    private static boolean isWebsite(String text) {
        return isAddress(text)
                && text.startsWith("https://")
                && WebOrigin.of(text).filter(origin -> origin.contains(".")).isPresent();
    }

    private static boolean isAddress(String text) {
        return text.length() <= LONGEST_ADDRESS && text.matches("[!-~]+");
    }

    private static List<String> lines(String text) {
        return Arrays.stream(text.split("\\s+"))
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    private static String one(MultiValueMap<String, String> form, String name) {
        return Optional.ofNullable(form.getFirst(name)).orElse("").strip();
    }
}
