package nl.inzage.fhir.view;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import nl.inzage.fhir.FhirServerTest;
import org.springframework.test.context.TestPropertySource;

/** A test against a server that only the tests of upkeep use: they empty its view and set its clock. */
@FhirServerTest
@TestPropertySource(properties = "inzage.reconcile-every=P999D")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface OwnServerTest {}
