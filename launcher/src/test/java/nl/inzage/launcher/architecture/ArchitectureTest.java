package nl.inzage.launcher.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which room may know which: the rules of docs/architecture.md, held against the compiled classes of every module. */
class ArchitectureTest {

    /** The fewest classes that a module must show, so that a rule over nothing cannot pass. */
    private static final Map<String, Integer> LEAST_CLASSES = Map.of(
            "policy", 10,
            "database", 4,
            "fhir-server", 40,
            "auth-server", 40,
            "portal-app", 40,
            "conformance", 30,
            "launcher", 20);

    private static JavaClasses house;

    @BeforeAll
    static void importTheCompiledClasses() {
        List<Path> folders = LEAST_CLASSES.keySet().stream()
                .map(module -> Path.of("..", module, "target", "classes"))
                .toList();
        assertThat(folders).allMatch(Files::isDirectory);
        house = new ClassFileImporter().importPaths(folders);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"policy", "database", "fhir-server", "auth-server", "portal-app", "conformance", "launcher"})
    void the_rules_really_see_the_classes_of_each_module(String module) {
        long seen = house.stream().filter(type -> isOf(module, type)).count();

        assertThat(seen).isGreaterThanOrEqualTo(LEAST_CLASSES.get(module));
    }

    @Test
    void policy_knows_nobody_but_java_and_its_book_alone_reads_yaml() {
        check(classes()
                .that()
                .resideInAPackage("nl.inzage.policy..")
                .and()
                .resideOutsideOfPackage("nl.inzage.policy.book..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "nl.inzage.policy.."));
        check(classes()
                .that()
                .resideInAPackage("nl.inzage.policy.book..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "nl.inzage.policy..", "org.yaml.snakeyaml.."));
    }

    @Test
    void the_portal_knows_neither_the_rules_nor_another_app() {
        check(noClasses()
                .that()
                .resideInAPackage("nl.inzage.portal..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "nl.inzage.policy..",
                        "nl.inzage.fhir..",
                        "nl.inzage.auth..",
                        "nl.inzage.launcher..",
                        "nl.inzage.database.."));
    }

    @Test
    void the_fhir_server_and_the_authorization_server_know_the_rules_only() {
        check(noClasses()
                .that()
                .resideInAPackage("nl.inzage.fhir..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "nl.inzage.auth..", "nl.inzage.portal..", "nl.inzage.launcher..", "nl.inzage.database.."));
        check(noClasses()
                .that()
                .resideInAPackage("nl.inzage.auth..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "nl.inzage.fhir..", "nl.inzage.portal..", "nl.inzage.launcher..", "nl.inzage.database.."));
    }

    @Test
    void the_conformance_runner_knows_the_servers_from_outside_only() {
        check(classes()
                .that()
                .resideInAPackage("nl.inzage.conformance..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.net..",
                        "com.sun.net.httpserver..",
                        "nl.inzage.conformance..",
                        "com.fasterxml.jackson..",
                        "com.nimbusds.."));
        check(noClasses()
                .that()
                .resideOutsideOfPackage("nl.inzage.conformance..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("nl.inzage.conformance.."));
    }

    @Test
    void the_narrow_door_never_calls_hapi_storage() {
        check(noClasses()
                .that()
                .resideInAnyPackage("nl.inzage.fhir.narrow..", "nl.inzage.fhir.access..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ca.uhn.fhir.jpa..", "nl.inzage.fhir.full..", "nl.inzage.fhir.storage.."));
    }

    @Test
    void the_packages_of_an_app_have_no_cycles() {
        for (String app : List.of("policy", "fhir", "auth", "portal", "conformance")) {
            check(slices().matching("nl.inzage." + app + ".(*)..").should().beFreeOfCycles());
        }
    }

    @Test
    void controllers_are_private_to_their_feature() {
        check(classes()
                .that()
                .areAnnotatedWith("org.springframework.stereotype.Controller")
                .or()
                .areAnnotatedWith("org.springframework.web.bind.annotation.RestController")
                .should()
                .bePackagePrivate());
    }

    @Test
    void time_comes_from_an_injected_clock() {
        for (Class<?> type : List.of(
                Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class)) {
            check(noClasses().should().callMethod(type, "now"));
        }
        check(noClasses().should().callMethod(System.class, "currentTimeMillis"));
        check(noClasses()
                .that()
                .areNotMetaAnnotatedWith("org.springframework.context.annotation.Configuration")
                .and()
                .doNotHaveFullyQualifiedName("nl.inzage.launcher.Launcher")
                .and()
                .doNotHaveFullyQualifiedName("nl.inzage.conformance.Conformance")
                .should()
                .callMethod(Clock.class, "systemUTC"));
    }

    @Test
    void settings_come_in_by_the_front_door() {
        check(noClasses()
                .that()
                .doNotHaveFullyQualifiedName("nl.inzage.launcher.Launcher")
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class));
    }

    @Test
    void nothing_is_injected_into_fields_and_no_static_field_changes() {
        check(NO_CLASSES_SHOULD_USE_FIELD_INJECTION);
        check(noFields().that().areStatic().should().notBeFinal());
    }

    @Test
    void only_the_programs_of_a_terminal_write_to_it() {
        JavaClasses apps = house.that(com.tngtech.archunit.base.DescribedPredicate.describe(
                "apps",
                type -> !type.getPackageName().startsWith("nl.inzage.launcher")
                        && !type.getFullName().equals("nl.inzage.conformance.Conformance")));
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(apps);
    }

    @Test
    void no_class_is_called_after_what_it_does_not_say() {
        check(noClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Dto"));
    }

    private static void check(ArchRule rule) {
        rule.check(house);
    }

    private static boolean isOf(String module, JavaClass type) {
        return type.getSource()
                .map(source -> source.getUri().getPath().contains("/" + module + "/target/classes/"))
                .orElse(false);
    }
}
