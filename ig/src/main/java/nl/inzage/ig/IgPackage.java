package nl.inzage.ig;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.utilities.npm.NpmPackage;

/** The FHIR package of this project as built into the jar: what a hospital may push and an app can rely on. */
public final class IgPackage {

    /** Where the package lies on the class path. */
    public static final String RESOURCE = "/inzage-ig.tgz";

    private final NpmPackage npm;
    private final FhirContext r4;

    private IgPackage(NpmPackage npm, FhirContext r4) {
        this.npm = npm;
        this.r4 = r4;
    }

    /** Reads the package from the class path. */
    public static IgPackage read(FhirContext r4) {
        try (InputStream in = IgPackage.class.getResourceAsStream(RESOURCE)) {
            return new IgPackage(NpmPackage.fromPackage(in), r4);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Profiles, extensions, code systems, value sets, search parameters and naming systems. */
    public List<Resource> definitions() {
        return resources("package");
    }

    /** The definitions of one type. */
    public <T extends Resource> List<T> definitions(Class<T> type) {
        return definitions().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The definitions with a canonical address; in R4 a naming system has none. */
    public List<MetadataResource> canonicals() {
        return definitions(MetadataResource.class).stream()
                .filter(MetadataResource::hasUrl)
                .toList();
    }

    /** The profile that holds for everything of a resource type: by convention its id is {@code inzage-{type}}. */
    public Optional<StructureDefinition> profileOf(String resourceType) {
        String id = "inzage-" + resourceType.toLowerCase(Locale.ROOT);
        return definitions(StructureDefinition.class).stream()
                .filter(profile -> profile.getIdPart().equals(id))
                .findAny();
    }

    List<Resource> examples() {
        return resources("example");
    }

    NpmPackage npm() {
        return npm;
    }

    private List<Resource> resources(String folder) {
        List<Resource> found = new ArrayList<>();
        try {
            for (String file : npm.list(folder)) {
                if (file.matches("[A-Z].*\\.json")) {
                    found.add(resource(folder, file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private Resource resource(String folder, String file) throws IOException {
        try (InputStream in = npm.load(folder, file)) {
            return (Resource) r4.newJsonParser().parseResource(in);
        }
    }
}
