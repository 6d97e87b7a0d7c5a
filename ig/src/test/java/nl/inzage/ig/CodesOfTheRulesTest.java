package nl.inzage.ig;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.inzage.policy.book.PolicyBookReader;
import nl.inzage.policy.delegation.DelegateKind;
import nl.inzage.policy.identity.HospitalId;
import nl.inzage.policy.release.ReleaseCause;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.junit.jupiter.api.Test;

/** A code that the rules do not know, or a word of theirs without a code, would fall between two chairs. */
class CodesOfTheRulesTest {

    private final IgPackage ig = IgPackage.read(FhirContext.forR4Cached());

    @Test
    void everyHospitalWithAPolicyHasACodeAndTheOtherWayRound() {
        assertThat(codes("hospital"))
                .containsExactlyInAnyOrderElementsOf(new PolicyBookReader()
                        .readBuiltIn().hospitals().stream()
                                .map(HospitalId::value)
                                .toList());
    }

    @Test
    void everyKindOfDelegateHasACodeAndTheOtherWayRound() {
        assertThat(codes("delegation-kind"))
                .containsExactlyInAnyOrderElementsOf(Stream.of(DelegateKind.values())
                        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    @Test
    void everyCauseOfAReleaseHasACodeAndTheOtherWayRound() {
        assertThat(codes("release-cause"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(ReleaseCause.values()).map(ReleaseCause::name).toList());
    }

    private List<String> codes(String system) {
        return ig.definitions(CodeSystem.class).stream()
                .filter(codes -> codes.getIdPart().equals(system))
                .flatMap(codes -> codes.getConcept().stream())
                .map(ConceptDefinitionComponent::getCode)
                .toList();
    }
}
