package nl.inzage.auth.launch;

import java.net.URI;

/** An app that can be opened from here. */
public record LaunchableApp(String clientId, String name, URI launchUri) {}
