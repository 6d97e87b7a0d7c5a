package nl.inzage.launcher.demo.people;

/** A health insurance: key of the insurer in hospital.yaml and the number of the insured. */
public record Insurance(String insurer, String number) {}
