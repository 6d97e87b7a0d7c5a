package nl.inzage.launcher.demo.people;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The civil states of HL7's code system v3-MaritalStatus that the demo people have. */
public enum MaritalStatus {
    @JsonProperty("married")
    MARRIED("M", "Gehuwd"),
    @JsonProperty("never-married")
    NEVER_MARRIED("S", "Ongehuwd"),
    @JsonProperty("widowed")
    WIDOWED("W", "Verweduwd"),
    @JsonProperty("divorced")
    DIVORCED("D", "Gescheiden"),
    @JsonProperty("partner")
    PARTNER("T", "Geregistreerd partner");

    private final String code;
    private final String dutch;

    MaritalStatus(String code, String dutch) {
        this.code = code;
        this.dutch = dutch;
    }

    public String code() {
        return code;
    }

    public String dutch() {
        return dutch;
    }
}
