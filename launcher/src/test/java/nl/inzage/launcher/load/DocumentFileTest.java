package nl.inzage.launcher.load;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Organization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch, as Synthea writes its hospitals: the server takes transactions only. */
class DocumentFileTest {

    private final FhirContext fhir = FhirContext.forR4Cached();

    @TempDir
    Path folder;

    @Test
    void a_batch_goes_in_portions_that_are_transactions_each_entry_with_its_own_request() throws Exception {
        List<Payload> sent = send(batch(201, "identifier=https://example.org|%d"));

        List<Bundle> bundles = new ArrayList<>();
        for (Payload payload : sent) {
            bundles.add(fhir.newJsonParser().parseResource(Bundle.class, textOf(payload)));
        }
        assertThat(bundles).extracting(Bundle::getType).containsOnly(BundleType.TRANSACTION);
        assertThat(bundles).extracting(bundle -> bundle.getEntry().size()).containsExactly(200, 1);
        assertThat(bundles.get(1).getEntryFirstRep().getRequest().getIfNoneExist())
                .isEqualTo("identifier=https://example.org|200");
        assertThat(sent).extracting(Payload::repeatable).containsOnly(true);
    }

    @Test
    void a_batch_that_makes_new_resources_each_time_is_not_repeated() throws Exception {
        assertThat(send(batch(1, ""))).extracting(Payload::repeatable).containsExactly(false);
    }

    private static Bundle batch(int entries, String condition) {
        Bundle batch = new Bundle().setType(BundleType.BATCH);
        for (int i = 0; i < entries; i++) {
            batch.addEntry()
                    .setResource(new Organization().setName("Organization " + i))
                    .getRequest()
                    .setMethod(HTTPVerb.POST)
                    .setUrl("Organization")
                    .setIfNoneExist(condition.isEmpty() ? null : String.format(condition, i));
        }
        return batch;
    }

    private List<Payload> send(Bundle bundle) throws Exception {
        Path file = folder.resolve("hospitalInformation1.json");
        Files.writeString(file, fhir.newJsonParser().encodeResourceToString(bundle));
        List<Payload> sent = new ArrayList<>();
        new DocumentFile(file, false).transactions(sent::add);
        return sent;
    }

    private static String textOf(Payload payload) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        payload.body().get().subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(ByteBuffer part) {
                byte[] copy = new byte[part.remaining()];
                part.get(copy);
                bytes.writeBytes(copy);
            }

            @Override
            public void onError(Throwable error) {
                throw new AssertionError(error);
            }

            @Override
            public void onComplete() {
                // The body has been read.
            }
        });
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
