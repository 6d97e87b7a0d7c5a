package nl.inzage.portal.shell;

/** This login opens no dossier: it is an employee's. */
public final class NoDossier extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoDossier() {
        super("No dossier is open in this session");
    }
}
