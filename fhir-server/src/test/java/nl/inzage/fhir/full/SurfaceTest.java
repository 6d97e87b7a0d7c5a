package nl.inzage.fhir.full;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.server.ResourceBinding;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.method.BaseMethodBinding;
import ca.uhn.fhir.rest.server.method.OperationMethodBinding;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.inzage.fhir.FhirServerTest;
import nl.inzage.fhir.TestClient;
import nl.inzage.fhir.catalogue.Catalogue;
import nl.inzage.fhir.catalogue.OfferedType;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the running door really offers, beside the list that we committed. */
@FhirServerTest
class SurfaceTest {

    @Autowired
    private RestfulServer door;

    @Autowired
    private TestClient client;

    @Test
    void everyTypeOffersTheSameShortListAndNothingElse() {
        Set<String> types = new TreeSet<>();
        for (ResourceBinding binding : door.getResourceBindings()) {
            types.add(binding.getResourceName());
            assertThat(names(binding.getMethodBindings()))
                    .as(binding.getResourceName())
                    .containsExactlyElementsOf(listedFor(binding.getResourceName()));
        }
        assertThat(types).containsExactlyInAnyOrderElementsOf(Surface.TYPES);
    }

    @Test
    void theWholeServerOffersTransactionsOnly() {
        assertThat(names(door.getServerBindings())).containsExactly("get-page", "transaction");
    }

    @Test
    void theCapabilityStatementSaysTheSame() {
        var rest = client.anonymous().get("/ehr/metadata").json().at("/rest/0");

        assertThat(rest.path("resource").findValuesAsText("type").stream()
                        .filter(Surface.TYPES::contains)
                        .collect(Collectors.toSet()))
                .isEqualTo(Surface.TYPES);
        assertThat(rest.path("operation").findValuesAsText("name")).isEmpty();
        assertThat(rest.at("/interaction").findValuesAsText("code")).containsExactly("transaction");
    }

    private static Set<String> listedFor(String type) {
        Set<String> names = new TreeSet<>(
                Set.of("$validate", "create", "delete", "history-instance", "patch", "search-type", "update", "vread"));
        if (new Catalogue().type(type).filter(OfferedType::isOwned).isPresent()) {
            names.addAll(Set.of("$why-not-visible", "$not-released"));
        }
        if (Set.of("Observation", "DiagnosticReport", "DocumentReference").contains(type)) {
            names.addAll(Set.of("$hold", "$release-now"));
        }
        return names;
    }

    private static Set<String> names(List<BaseMethodBinding> methods) {
        return methods.stream()
                .map(method -> method instanceof OperationMethodBinding operation
                        ? operation.getName()
                        : method.getRestOperationType().getCode())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
