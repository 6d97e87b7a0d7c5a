package nl.inzage.auth.digid;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import nl.inzage.auth.page.FormDestination;
import nl.inzage.policy.book.PolicyBook;
import nl.inzage.policy.identity.HospitalId;
import org.springframework.stereotype.Component;

/** The connections with DigiD that were set up; the templates call it {@code @digid}. */
@Component("digid")
public class DigidConnections implements FormDestination {

    private final List<DigidConnection> connections;
    private final PolicyBook policies;

    DigidConnections(DigidFile file, PolicyBook policies) {
        this.connections = file.connections();
        this.policies = policies;
    }

    /** The hospitals where people can log in with DigiD, by their short names. */
    public List<String> hospitals() {
        return connections.stream()
                .map(connection -> connection.hospital().value())
                .toList();
    }

    /** Those whose patients have no other way in: it comes first on the page. */
    public List<String> only() {
        return hospitals().stream().filter(hospital -> !withPassword(hospital)).toList();
    }

    /** Those whose patients may have a password too. */
    public List<String> besidePassword() {
        return hospitals().stream().filter(this::withPassword).toList();
    }

    private boolean withPassword(String hospital) {
        return policies.require(new HospitalId(hospital)).account().login().withPassword();
    }

    Optional<DigidConnection> of(String hospital) {
        return connections.stream()
                .filter(connection -> connection.hospital().value().equals(hospital))
                .findFirst();
    }

    DigidConnection of(HospitalId hospital) {
        return of(hospital.value()).orElseThrow();
    }

    @Override
    public List<URI> formDestinations() {
        return connections.stream().map(DigidConnection::authorizeUri).toList();
    }
}
