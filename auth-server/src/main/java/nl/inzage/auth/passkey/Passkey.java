package nl.inzage.auth.passkey;

import java.time.LocalDate;

/** A passkey as its owner sees it: the name it was given, and the day it was added. */
public record Passkey(String id, String name, LocalDate added) {}
