package nl.inzage.launcher.demo.people;

/**
 * How somebody of the demo logs in, and why one would want to.
 *
 * @param phone where the SMS code goes: the demo outbox shows it
 * @param interesting what there is to see, in a few English words for the banner
 */
public record DemoAccount(String username, String phone, String interesting) {}
