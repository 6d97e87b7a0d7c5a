package nl.inzage.fhir.narrow;

import java.util.function.Consumer;

/**
 * What is asked of the database: a statement answers one or several.
 *
 * @param leads whether its first table leads to others, so that its rows need their places in it
 * @param tables writes down the tables that hold its rows
 */
record Question(boolean leads, Consumer<Tables> tables) {}
