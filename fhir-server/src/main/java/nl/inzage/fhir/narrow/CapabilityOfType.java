package nl.inzage.fhir.narrow;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeSearchParam;
import java.util.List;
import java.util.Optional;
import nl.inzage.fhir.catalogue.Include;
import nl.inzage.fhir.catalogue.Limit;
import nl.inzage.fhir.catalogue.OfferedType;
import nl.inzage.fhir.catalogue.Ownership;
import nl.inzage.fhir.catalogue.Parameter;
import nl.inzage.ig.IgPackage;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.ResourceVersionPolicy;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.hl7.fhir.r4.model.SearchParameter;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.StructureDefinition.StructureDefinitionKind;

/** What a CapabilityStatement says of one row of the catalogue. */
final class CapabilityOfType {

    private final List<StructureDefinition> profiles;
    private final List<SearchParameter> ownParameters;

    CapabilityOfType(IgPackage ig) {
        this.profiles = ig.definitions(StructureDefinition.class);
        this.ownParameters = ig.definitions(SearchParameter.class);
    }

    void describe(CapabilityStatementRestResourceComponent resource, OfferedType type) {
        resource.setType(type.name())
                .setVersioning(ResourceVersionPolicy.VERSIONED)
                .setReadHistory(false);
        resource.setConditionalCreate(false).setConditionalUpdate(false).setUpdateCreate(false);
        noteOn(type).ifPresent(resource::setDocumentation);
        profiles.stream()
                .filter(profile -> profile.getKind() == StructureDefinitionKind.RESOURCE
                        && profile.getType().equals(type.name()))
                .forEach(profile -> resource.addSupportedProfile(profile.getUrl()));
        resource.addInteraction().setCode(TypeRestfulInteraction.READ);
        resource.addInteraction().setCode(TypeRestfulInteraction.VREAD);
        if (type.isSearchable()) {
            resource.addInteraction().setCode(TypeRestfulInteraction.SEARCHTYPE);
        }
        type.parameters().forEach(parameter -> describe(resource, type, parameter));
        for (Include include : type.includes()) {
            resource.addSearchInclude(type.name() + ":" + include.name());
        }
        type.operations()
                .forEach(operation ->
                        resource.addOperation().setName(operation.code()).setDefinition(operation.definition()));
    }

    private void describe(CapabilityStatementRestResourceComponent resource, OfferedType type, Parameter parameter) {
        var described = resource.addSearchParam()
                .setName(parameter.name())
                .setType(typeOf(parameter))
                .setDocumentation(noteOn(parameter));
        definitionOf(type, parameter).ifPresent(described::setDefinition);
    }

    /** The canonical URL of a parameter of FHIR or of our own package. */
    private Optional<String> definitionOf(OfferedType type, Parameter parameter) {
        RuntimeSearchParam known =
                FhirContext.forR4Cached().getResourceDefinition(type.name()).getSearchParam(parameter.name());
        return Optional.ofNullable(known).map(RuntimeSearchParam::getUri).or(() -> ownParameters.stream()
                .filter(own -> own.getCode().equals(parameter.name()))
                .filter(own -> own.hasBase(type.name()))
                .map(SearchParameter::getUrl)
                .findFirst());
    }

    private static Optional<String> noteOn(OfferedType type) {
        if (type.limits().contains(Limit.PATIENT_ALONE)) {
            return Optional.of("For the patient in person only");
        }
        if (type.limits().contains(Limit.WHEN_NAMED)) {
            return Optional.of("Those that a visible resource names");
        }
        if (type.limits().contains(Limit.NAMES_NOTHING_HIDDEN)) {
            return Optional.of("Those that name nothing that may not be seen yet");
        }
        if (type.ownership() instanceof Ownership.Content) {
            return Optional.of("The content of a document, as such or, asked by its name, as FHIR");
        }
        if (type.isShared()) {
            return Optional.of("Those that a visible resource names; the includes with _include:iterate");
        }
        return Optional.empty();
    }

    private static SearchParamType typeOf(Parameter parameter) {
        return switch (parameter.kind()) {
            case ID, TOKEN, TOKEN_NOT_IN_URL -> SearchParamType.TOKEN;
            case OWNER -> SearchParamType.REFERENCE;
            case STRING -> SearchParamType.STRING;
            case DATE -> SearchParamType.DATE;
        };
    }

    private static String noteOn(Parameter parameter) {
        return switch (parameter.kind()) {
            case ID -> "One or more ids";
            case OWNER -> "May only repeat the patient of the token";
            case TOKEN -> "code or system|code; several with commas";
            case TOKEN_NOT_IN_URL ->
                "system|value; a citizen service number, or a value without system, only by POST to _search";
            case STRING -> "How it begins, whatever its case and accents";
            case DATE -> "With eq, gt, lt, ge or le; twice for a period; also for _sort";
        };
    }
}
