package nl.inzage.launcher.demo.people;

import java.util.List;

/** The data of the demo as its files tell it: the hospital, the tests of its laboratory and the people. */
public record DemoData(Hospital hospital, TestCatalogue tests, List<PersonFile> people) {

    /** Reads the files that come with the launcher. */
    public static DemoData read() {
        DataFiles files = new DataFiles("/demo/");
        return new DemoData(
                files.read("hospital.yaml", Hospital.class),
                files.read("tests.yaml", TestCatalogue.class),
                files.lines("people/index.txt").stream()
                        .map(name -> files.read("people/" + name, PersonFile.class))
                        .toList());
    }
}
