package nl.inzage.policy.login;

import java.time.Duration;

/**
 * When somebody is logged out (F21).
 *
 * @param idle how long nothing may be done
 */
public record SessionRules(Duration idle) {}
