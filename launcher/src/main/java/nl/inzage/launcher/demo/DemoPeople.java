package nl.inzage.launcher.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.inzage.launcher.demo.people.DemoAccount;
import nl.inzage.launcher.demo.people.DemoData;
import nl.inzage.launcher.demo.people.Hospital.StaffMember;
import nl.inzage.launcher.demo.people.PersonFile;
import nl.inzage.launcher.digid.SimulatedPerson;

/** The people of the demo who can log in, all with the same password. */
public final class DemoPeople {

    /** Good enough for people who do not exist, and in no list of leaked passwords' first pages. */
    public static final String PASSWORD = "Onder de linde is het koel";

    private static final String BSN = "http://fhir.nl/fhir/NamingSystem/bsn";
    /** Of the range for tests, and not in the demo. */
    private static final String BSN_OF_NO_PATIENT = "999990457";

    private static final String UZI = "http://fhir.nl/fhir/NamingSystem/uzi-nr-pers";

    private final DemoData data;

    DemoPeople(DemoData data) {
        this.data = data;
    }

    /** The people that the launcher brings. */
    public static DemoPeople read() {
        return new DemoPeople(DemoData.read());
    }

    /** Who they are, in the order of the files, the employees last. */
    public List<DemoPerson> all() {
        List<DemoPerson> all = new ArrayList<>();
        for (PersonFile file : data.people()) {
            file.account()
                    .ifPresent(account -> all.add(person(file.person().name().everyday(), account)));
        }
        for (StaffMember employee : data.hospital().staff().values()) {
            all.add(person(employee.name().everyday(), employee.account()));
        }
        return List.copyOf(all);
    }

    /** The patients as they can be chosen at the simulator of DigiD, and somebody who is no patient. */
    public List<SimulatedPerson> atDigid() {
        List<SimulatedPerson> all = new ArrayList<>();
        for (PersonFile file : data.people()) {
            all.add(new SimulatedPerson(
                    file.person().name().everyday(), file.person().bsn()));
        }
        all.add(new SimulatedPerson("Iemand die hier geen pati\u00ebnt is", BSN_OF_NO_PATIENT));
        return List.copyOf(all);
    }

    /** The accounts file that the authorization server reads, for the profile demo only. */
    public String accountsFile() {
        List<Map<String, Object>> accounts = new ArrayList<>();
        for (PersonFile file : data.people()) {
            file.account()
                    .ifPresent(account -> accounts.add(
                            account(account, "patient", BSN, file.person().bsn())));
        }
        for (StaffMember employee : data.hospital().staff().values()) {
            accounts.add(account(employee.account(), employee.kind(), UZI, employee.uzi()));
        }
        try {
            return YAMLMapper.builder()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .build()
                    .writeValueAsString(Map.of("accounts", accounts));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> account(DemoAccount from, String kind, String system, String value) {
        Map<String, Object> account = new LinkedHashMap<>();
        account.put("username", from.username());
        account.put("password", PASSWORD);
        account.put("phone", from.phone());
        account.put("kind", kind);
        account.put("hospital", data.hospital().hospital());
        account.put("identifier", identifier(system, value));
        account.put("language", "nl");
        // The patients of the demo are nobody real: developers try their apps with them.
        account.put("sandbox", kind.equals("patient"));
        return account;
    }

    private static Map<String, String> identifier(String system, String value) {
        Map<String, String> identifier = new LinkedHashMap<>();
        identifier.put("system", system);
        identifier.put("value", value);
        return identifier;
    }

    private static DemoPerson person(String name, DemoAccount account) {
        return new DemoPerson(name, account.username(), account.phone(), account.interesting());
    }
}
