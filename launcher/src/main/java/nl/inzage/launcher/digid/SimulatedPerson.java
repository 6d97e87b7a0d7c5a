package nl.inzage.launcher.digid;

/** Somebody to be at the simulator: a fictional person with a number of the range for tests. */
public record SimulatedPerson(String name, String bsn) {

    @Override
    public String toString() {
        return "SimulatedPerson[" + name + "]";
    }
}
