package nl.inzage.fhir.noninterference;

import ca.uhn.fhir.context.FhirContext;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import nl.inzage.fhir.FhirServerSettings;
import nl.inzage.fhir.TestClient;
import nl.inzage.fhir.TestIssuer;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two dossiers in the running server, and the means to ask about them. */
final class TwinFixture {

    final Dossiers dossiers;
    final Tokens tokens;
    final Comparison door;
    final JdbcTemplate jdbc;
    final ViewClock clock;
    private final URI fhirUrl;
    private final FhirContext fhir;
    private final Offer offer;
    private final List<Fact> facts;
    private int happened;

    TwinFixture(
            TestClient client,
            TestIssuer issuer,
            FhirServerSettings settings,
            FhirContext fhir,
            DataSource dataSource) {
        this.fhir = fhir;
        this.jdbc = new JdbcTemplate(dataSource);
        this.clock = new ViewClock(jdbc);
        this.dossiers = new Dossiers(client).push();
        this.tokens = new Tokens(issuer, settings.fhirUrl().toString(), dossiers);
        this.fhirUrl = settings.fhirUrl();
        this.door = behind(newDoor());
        this.facts = new Facts(jdbc, fhir, dossiers).all();
        this.offer = Offer.of(door.ask(Request.get(Principal.NOBODY, "/metadata"), Twin.WITHOUT));
    }

    /** The door itself, on a connection of its own. */
    Door newDoor() {
        return new Wire(fhirUrl.getHost(), fhirUrl.getPort());
    }

    /** The same dossiers behind another door. */
    Comparison behind(Door another) {
        return new Comparison(dossiers, tokens, another, "/fhir");
    }

    RequestGenerator requests(long seed) {
        return new RequestGenerator(
                new Vocabulary(new Random(seed), fhir, offer, facts, dossiers.hidden(), dossiers.visible()));
    }

    /** A further result under embargo arrives for the twin with secrets. */
    void hideOneMore(int number) {
        dossiers.hide("Observation/twin-@-h1", "Observation/twin-@-erbij" + number);
    }

    /** What may happen at any time: a result arrives that stays hidden, one arrives for both, or time passes. */
    void somethingHappens(Random random) {
        int number = ++happened;
        switch (random.nextInt(3)) {
            case 0 -> hideOneMore(number);
            case 1 -> dossiers.show("Observation/twin-@-pols", "Observation/twin-@-nieuw" + number);
            default -> clock.pass(Duration.ofMinutes(10));
        }
    }

    boolean searches(String type) {
        return offer.searchable().stream().anyMatch(offered -> offered.name().equals(type));
    }

    boolean offers(String type) {
        return offer.all().stream().anyMatch(offered -> offered.name().equals(type));
    }
}
