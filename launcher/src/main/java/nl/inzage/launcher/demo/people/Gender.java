package nl.inzage.launcher.demo.people;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The administrative gender; reference ranges of some tests depend on it. */
public enum Gender {
    @JsonProperty("female")
    FEMALE,
    @JsonProperty("male")
    MALE
}
