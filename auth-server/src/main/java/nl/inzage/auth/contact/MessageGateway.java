package nl.inzage.auth.contact;

/** Sends messages to phones and mailboxes; the way out to whichever service a hospital uses. */
public interface MessageGateway {

    /**
     * Hands a text over to the service.
     *
     * @throws MessageNotSent when the service did not take it
     */
    void sendSms(String phone, String text) throws MessageNotSent;

    /**
     * Hands an e-mail over to the service.
     *
     * @throws MessageNotSent when the service did not take it
     */
    void sendMail(String address, String subject, String text) throws MessageNotSent;
}
