package nl.inzage.auth.login;

/** Sends a message to a phone; the way out to whichever service a hospital uses. */
public interface MessageGateway {

    /**
     * Hands a text over to the service.
     *
     * @throws MessageNotSent when the service did not take it
     */
    void sendSms(String phone, String text) throws MessageNotSent;
}
