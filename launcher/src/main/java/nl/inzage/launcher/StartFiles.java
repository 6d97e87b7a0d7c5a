package nl.inzage.launcher;

import java.nio.file.Path;

/** The two files that the authorization server reads at its start: registered clients and first accounts. */
record StartFiles(Path clients, Path accounts) {}
