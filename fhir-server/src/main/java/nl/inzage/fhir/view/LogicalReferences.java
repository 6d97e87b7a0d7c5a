package nl.inzage.fhir.view;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeDeclaredChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.model.api.annotation.Child;
import ca.uhn.fhir.util.FhirTerser;
import ca.uhn.fhir.util.IModelVisitor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import nl.inzage.fhir.catalogue.Catalogue;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * References that name a resource by its identifier or in words only. Nothing can tell whether what they name is
 * released, and the number of an order or the name of a test says much, so that they are kept out of bodies unless they
 * can name nothing but who, where and with what.
 */
final class LogicalReferences {

    /** Of these only who or what it is, is told, by who may be seen to tell it. */
    private static final Set<String> WHO = Set.of("Patient", "RelatedPerson", "CareTeam", "Device", "Group", "Person");

    private static final String MARK = "urn:inzage:nameless";

    private final FhirContext fhir;
    private final FhirTerser terser;
    private final Catalogue catalogue;
    private final ReferenceCutter cutter = new ReferenceCutter();

    LogicalReferences(FhirContext fhir, Catalogue catalogue) {
        this.fhir = fhir;
        this.terser = fhir.newTerser();
        this.catalogue = catalogue;
    }

    /**
     * The body without them.
     *
     * @param body of the resource
     */
    String cutFrom(String body, Resource resource) {
        if (in(resource).isEmpty()) {
            return body;
        }
        Resource marked = resource.copy();
        in(marked).forEach(reference -> reference.setReference(MARK));
        return cutter.cut(fhir.newJsonParser().encodeResourceToString(marked), MARK::equals);
    }

    /** Whether a resource has any. */
    boolean isIn(Resource resource) {
        return !in(resource).isEmpty();
    }

    private List<Reference> in(Resource resource) {
        List<Reference> found = new ArrayList<>();
        terser.visit(resource, new IModelVisitor() {
            @Override
            public void acceptElement(
                    IBaseResource outer,
                    IBase element,
                    List<String> path,
                    BaseRuntimeChildDefinition child,
                    BaseRuntimeElementDefinition<?> definition) {
                if (element instanceof Reference reference
                        && !reference.hasReference()
                        && (reference.hasIdentifier() || reference.hasDisplay())
                        && mayNameHidden(reference, child)) {
                    found.add(reference);
                }
            }
        });
        return found;
    }

    private boolean mayNameHidden(Reference reference, BaseRuntimeChildDefinition child) {
        if (reference.hasType()) {
            return canBeHidden(reference.getType());
        }
        List<String> targets = child instanceof BaseRuntimeDeclaredChildDefinition declared
                ? Arrays.stream(declared.getField().getAnnotation(Child.class).type())
                        .filter(IBaseResource.class::isAssignableFrom)
                        .map(Class::getSimpleName)
                        .toList()
                : List.of();
        // Without a type there may be anything behind it, as in an extension.
        return targets.isEmpty() || targets.stream().anyMatch(this::canBeHidden);
    }

    private boolean canBeHidden(String type) {
        return !WHO.contains(type) && (catalogue.isOwned(type) || ReferenceReader.isNeverShown(fhir, catalogue, type));
    }
}
