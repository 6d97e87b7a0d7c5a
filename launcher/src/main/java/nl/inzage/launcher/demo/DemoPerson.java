package nl.inzage.launcher.demo;

/** Somebody to log in as, for the banner: name, user name and why one would want to. */
public record DemoPerson(String name, String username, String phone, String interesting) {}
