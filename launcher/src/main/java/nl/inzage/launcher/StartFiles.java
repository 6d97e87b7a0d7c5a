package nl.inzage.launcher;

import java.nio.file.Path;

/** The files that the authorization server reads at its start: clients, first accounts, connections with DigiD. */
record StartFiles(Path clients, Path accounts, Path digid) {}
