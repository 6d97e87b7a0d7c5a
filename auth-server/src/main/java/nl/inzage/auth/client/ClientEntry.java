package nl.inzage.auth.client;

import java.util.List;
import java.util.Optional;

/** A client as the clients file, or a developer, registers it. */
public record ClientEntry(
        String id,
        String name,
        String kind,
        String authentication,
        Optional<String> secretHash,
        Optional<String> hospital,
        Optional<String> jwks,
        Optional<String> jwksUri,
        List<String> redirectUris,
        List<String> postLogoutRedirectUris,
        List<String> scopes,
        boolean consent,
        boolean introspection,
        Optional<String> launchUri,
        List<String> origins) {}
