package nl.inzage.fhir.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeSearchParam;
import ca.uhn.fhir.rest.api.RestSearchParameterTypeEnum;
import java.util.Set;
import java.util.stream.Stream;
import nl.inzage.policy.smart.PatientTypes;
import org.junit.jupiter.api.Test;

/** The catalogue keeps to FHIR R4: its names exist there with the same kind, its paths are elements. */
class CatalogueTest {

    private static final FhirContext R4 = FhirContext.forR4Cached();

    /** Parameters of Dutch specifications, which R4 does not have. */
    private static final Set<String> DUTCH =
            Set.of("Flag category", "MedicationDispense category", "MedicationAdministration category");

    private final Catalogue catalogue = new Catalogue();

    @Test
    void apps_are_offered_these_types_when_they_ask_for_all() {
        assertThat(PatientTypes.ALL)
                .containsExactlyInAnyOrderElementsOf(
                        catalogue.types().stream().map(OfferedType::name).toList());
    }

    @Test
    void every_parameter_is_one_of_r4_of_the_same_kind() {
        for (OfferedType type : catalogue.types()) {
            for (Parameter parameter : type.parameters()) {
                String name = type.name() + " " + parameter.name();
                RuntimeSearchParam known = R4.getResourceDefinition(type.name()).getSearchParam(parameter.name());
                if (!DUTCH.contains(name)) {
                    assertThat(known).as(name).isNotNull();
                    assertThat(known.getParamType()).as(name).isEqualTo(kindOf(parameter));
                }
            }
        }
    }

    @Test
    void every_include_is_a_reference_parameter_of_r4_to_types_that_are_offered() {
        for (OfferedType type : catalogue.types()) {
            for (Include include : type.includes()) {
                String name = type.name() + ":" + include.name();
                RuntimeSearchParam known = R4.getResourceDefinition(type.name()).getSearchParam(include.name());
                assertThat(known).as(name).isNotNull();
                assertThat(known.getParamType()).as(name).isEqualTo(RestSearchParameterTypeEnum.REFERENCE);
                assertThat(include.targets()).as(name).isNotEmpty().allMatch(target -> catalogue
                        .type(target)
                        .isPresent());
                // HAPI knows no targets of a parameter that may name anything.
                if (!known.getTargets().isEmpty()) {
                    assertThat(known.getTargets()).as(name).containsAll(include.targets());
                }
            }
        }
    }

    @Test
    void every_path_is_an_element() {
        for (OfferedType type : catalogue.types()) {
            Stream.of(
                            type.parameters().stream().map(Parameter::path),
                            type.includes().stream()
                                    .filter(include -> !include.isOwner())
                                    .map(Include::path),
                            type.parts().stream())
                    .flatMap(paths -> paths)
                    .flatMap(path -> Stream.of(path.split("\\|", -1)))
                    .forEach(path -> assertThat(isElement(type.name(), path))
                            .as(type.name() + " " + path)
                            .isTrue());
        }
    }

    private static boolean isElement(String type, String path) {
        BaseRuntimeElementDefinition<?> at = R4.getResourceDefinition(type);
        for (String step : path.split("\\.", -1)) {
            if (!(at instanceof BaseRuntimeElementCompositeDefinition<?> composite)) {
                return false;
            }
            BaseRuntimeChildDefinition child = composite.getChildByName(step);
            if (child == null) {
                return composite.getChildByName(step + "[x]") != null;
            }
            at = child.getChildByName(step);
        }
        return true;
    }

    private static RestSearchParameterTypeEnum kindOf(Parameter parameter) {
        return switch (parameter.kind()) {
            case ID, TOKEN, TOKEN_NOT_IN_URL -> RestSearchParameterTypeEnum.TOKEN;
            case OWNER -> RestSearchParameterTypeEnum.REFERENCE;
            case STRING -> RestSearchParameterTypeEnum.STRING;
            case DATE -> RestSearchParameterTypeEnum.DATE;
        };
    }
}
