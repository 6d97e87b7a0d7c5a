package nl.inzage.auth.page;

import jakarta.servlet.http.HttpServletRequest;

/** The browser's reload sends a form again: that must not void the letter that lies in the printer. */
public final class PrintOnce {

    private static final String PRINTED = "deskLetter";

    private PrintOnce() {}

    /** Whether this form may still make a letter. */
    public static boolean mayPrint(HttpServletRequest request, String form) {
        if (form.equals(request.getSession().getAttribute(PRINTED))) {
            return false;
        }
        request.getSession().setAttribute(PRINTED, form);
        return true;
    }

    /** Somebody else came on the screen, with forms of his or her own. */
    public static void begin(HttpServletRequest request) {
        request.getSession().removeAttribute(PRINTED);
    }
}
