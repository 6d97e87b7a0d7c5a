package nl.inzage.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.inzage.launcher.load.Pusher.Transaction;
import nl.inzage.policy.identity.Bsn;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the demo hospital sends is what a careful hospital would send. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoBundlesTest {

    private static final Instant START = Instant.parse("2026-11-22T09:30:00Z");

    @TempDir
    static Path folder;

    private List<Transaction> transactions;
    private List<Bundle> bundles;

    @BeforeAll
    void makeThem() throws Exception {
        transactions = new DemoDossiers(folder, Clock.fixed(START, ZoneOffset.UTC)).transactions();
        IParser strict = FhirContext.forR4Cached().newJsonParser().setParserErrorHandler(new StrictErrorHandler());
        bundles = transactions.stream()
                .map(transaction -> strict.parseResource(Bundle.class, transaction.json()))
                .toList();
    }

    @Test
    void there_is_a_hospital_and_there_are_nine_dossiers() {
        assertThat(transactions).hasSize(10);
        assertThat(resources(Patient.class)).hasSize(9);
        assertThat(resources(Observation.class).size()).isGreaterThan(500);
    }

    @Test
    void every_bsn_passes_the_eleven_test_and_lies_in_the_test_range() {
        List<String> numbers = identifiers(Bsn.SYSTEM);

        assertThat(numbers).hasSizeGreaterThanOrEqualTo(8).allMatch(number -> number.startsWith("9999"));
        assertThat(numbers).allSatisfy(number -> assertThat(new Bsn(number)).isNotNull());
    }

    @Test
    void no_bsn_stands_in_an_address() {
        Set<String> numbers = new HashSet<>(identifiers(Bsn.SYSTEM));

        assertThat(entries()).allSatisfy(entry -> assertThat(numbers).noneMatch(number -> (entry.getFullUrl()
                        + entry.getRequest().getUrl()
                        + entry.getRequest().getIfNoneExist())
                .contains(number)));
    }

    @Test
    void every_entry_can_be_sent_twice() {
        assertThat(entries()).allSatisfy(entry -> {
            Bundle.BundleEntryRequestComponent request = entry.getRequest();
            assertThat(request.getMethod() == Bundle.HTTPVerb.PUT || request.hasIfNoneExist())
                    .isTrue();
        });
    }

    @Test
    void every_reference_leads_to_a_resource_of_the_same_bundle() {
        for (Bundle bundle : bundles) {
            Set<String> known = new HashSet<>();
            bundle.getEntry().forEach(entry -> {
                known.add(entry.getFullUrl());
                known.add(entry.getRequest().getUrl());
            });
            for (BundleEntryComponent entry : bundle.getEntry()) {
                assertThat(known).containsAll(pointers(entry.getResource()));
            }
        }
    }

    @Test
    void the_same_start_gives_the_same_bundles_whenever_they_are_made() throws Exception {
        Clock later = Clock.fixed(START.plusSeconds(86400 * 40), ZoneOffset.UTC);

        assertThat(new DemoDossiers(folder, later).transactions()).isEqualTo(transactions);
    }

    @Test
    void another_start_moves_the_dates() throws Exception {
        Clock other = Clock.fixed(START.plusSeconds(86400 * 40), ZoneOffset.UTC);

        assertThat(new DemoDossiers(folder.resolve("other"), other).transactions())
                .isNotEqualTo(transactions);
    }

    @Test
    void every_document_is_a_pdf_that_says_what_it_is() throws Exception {
        List<DocumentReference> documents = resources(DocumentReference.class);
        assertThat(documents.size()).isGreaterThan(15);
        for (DocumentReference document : documents) {
            Attachment attachment = document.getContentFirstRep().getAttachment();
            try (PDDocument pdf = Loader.loadPDF(binary(attachment.getUrl()).getData())) {
                assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo(document.getDescription());
                assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("nl-NL");
                assertThat(pdf.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
                assertThat(new PDFTextStripper().getText(pdf))
                        .contains("Ziekenhuis De Linde", document.getDescription(), "Met vriendelijke groet");
            }
        }
    }

    @Test
    void a_letter_keeps_its_accents() throws Exception {
        Attachment attachment = resources(DocumentReference.class).stream()
                .filter(document -> document.getDescription().equals("Zwangerschap en astma, gezamenlijk plan"))
                .findFirst()
                .orElseThrow()
                .getContentFirstRep()
                .getAttachment();
        try (PDDocument pdf = Loader.loadPDF(binary(attachment.getUrl()).getData())) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Zoë Héloïse de Vries-Çelik", "patiëntnummer", "uw patiënte");
        }
    }

    @Test
    void nothing_that_is_issued_lies_ahead_of_the_start() {
        assertThat(resources(Observation.class))
                .filteredOn(Observation::hasIssued)
                .allMatch(observation -> !observation.getIssued().toInstant().isAfter(START));
    }

    private Binary binary(String address) {
        return resources(Binary.class).stream()
                .filter(binary -> binary.getIdElement().getIdPart().endsWith(address.substring("Binary/".length())))
                .findFirst()
                .orElseThrow();
    }

    private List<BundleEntryComponent> entries() {
        return bundles.stream().flatMap(bundle -> bundle.getEntry().stream()).toList();
    }

    private <T extends Resource> List<T> resources(Class<T> type) {
        return entries().stream()
                .map(BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private List<String> identifiers(String system) {
        List<String> values = new ArrayList<>();
        for (BundleEntryComponent entry : entries()) {
            for (Identifier identifier : FhirContext.forR4Cached()
                    .newTerser()
                    .getAllPopulatedChildElementsOfType(entry.getResource(), Identifier.class)) {
                if (system.equals(identifier.getSystem())) {
                    values.add(identifier.getValue());
                }
            }
        }
        return values;
    }

    private static Set<String> pointers(Resource resource) {
        Set<String> pointers = new HashSet<>();
        var terser = FhirContext.forR4Cached().newTerser();
        for (Reference reference : terser.getAllPopulatedChildElementsOfType(resource, Reference.class)) {
            pointers.add(reference.getReference());
        }
        for (Base attachment : terser.getAllPopulatedChildElementsOfType(resource, Attachment.class)) {
            pointers.add(((Attachment) attachment).getUrl());
        }
        return pointers;
    }
}
