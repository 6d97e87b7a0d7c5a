package nl.inzage.portal.shell;

/**
 * Who the frame of a page is drawn for.
 *
 * @param signedIn whether there is something to log out of
 * @param hasDossier whether the menu of the dossier makes sense
 * @param name the name to show, empty when it is not known
 */
record Visitor(boolean signedIn, boolean hasDossier, String name) {}
