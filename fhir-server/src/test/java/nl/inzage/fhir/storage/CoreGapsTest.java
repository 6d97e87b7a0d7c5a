package nl.inzage.fhir.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * HAPI was compiled for an older HL7 core than the one we run it with. A class of HAPI that lacks a method which the
 * newer core calls fails at that call only; these are all of them, and why each is harmless here.
 */
class CoreGapsTest {

    /** Has a successor of ours: nl.inzage.ig.CoreContext, CoreSearchParamExtractor. */
    private static final Set<String> BRIDGED = Set.of(
            "org.hl7.fhir.common.hapi.validation.validator.WorkerContextValidationSupportAdapter",
            "ca.uhn.fhir.jpa.searchparam.extractor.SearchParamExtractorR4$SearchParamExtractorR4HostServices");

    /** Nothing at our doors comes there. */
    private static final Set<String> NOT_REACHED = Set.of(
            // Packages are not fetched: ours is on the class path.
            "ca.uhn.fhir.jpa.packages.JpaPackageCache",
            "ca.uhn.fhir.jpa.packages.loader.PackageLoaderSvc",
            "org.hl7.fhir.common.hapi.validation.validator.WorkerContextValidationSupportAdapter$1",
            // HAPI's own $validate is not registered.
            "ca.uhn.fhir.jpa.validation.ValidatorResourceFetcher",
            // Asked by the maker of implementation guides only.
            "org.hl7.fhir.common.hapi.validation.validator.ProfileKnowledgeWorkerR5",
            // resolve() in an invariant or in a FHIRPath patch: no profile of ours has it, a patch with it is refused.
            "org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator$NullEvaluationContext",
            "org.hl7.fhir.r4.hapi.fluentpath.FhirPathR4$1",
            // Other versions of FHIR.
            "ca.uhn.fhir.jpa.searchparam.extractor.SearchParamExtractorR4B$SearchParamExtractorR4BHostServices",
            "ca.uhn.fhir.jpa.searchparam.extractor.SearchParamExtractorR5$SearchParamExtractorR5HostServices",
            "org.hl7.fhir.r4b.hapi.fhirpath.FhirPathR4B$1",
            "org.hl7.fhir.r5.hapi.ctx.HapiWorkerContext",
            "org.hl7.fhir.r5.hapi.fhirpath.FhirPathR5$1");

    @Test
    void everyClassOfHapiThatTheCoreOutgrewIsKnown() throws Exception {
        Set<String> known = new TreeSet<>(BRIDGED);
        known.addAll(NOT_REACHED);

        assertThat(classesWithGaps()).containsExactlyElementsOf(known);
    }

    private static Set<String> classesWithGaps() throws IOException {
        Set<String> gaps = new TreeSet<>();
        for (String jar : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (jar.matches(".*/hapi-fhir-(jpa|storage|server|validation|structures-r[45]|converter|base).*")
                    && !jar.contains("validation-resources")) {
                try (JarFile file = new JarFile(jar)) {
                    file.stream()
                            .map(entry -> entry.getName())
                            .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF"))
                            .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
                            .filter(CoreGapsTest::hasGap)
                            .forEach(gaps::add);
                }
            }
        }
        return gaps;
    }

    private static boolean hasGap(String name) {
        try {
            Class<?> type = Class.forName(name, false, CoreGapsTest.class.getClassLoader());
            return !type.isInterface()
                    && !Modifier.isAbstract(type.getModifiers())
                    && publicMethods(type).anyMatch(CoreGapsTest::isMissing);
        } catch (ClassNotFoundException | LinkageError e) {
            // A class for a library that we do not have.
            return false;
        }
    }

    private static Stream<Method> publicMethods(Class<?> type) {
        return Arrays.stream(type.getMethods());
    }

    private static boolean isMissing(Method method) {
        return Modifier.isAbstract(method.getModifiers())
                && method.getDeclaringClass().getName().startsWith("org.hl7.fhir");
    }
}
