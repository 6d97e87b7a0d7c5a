package nl.inzage.fhir.release;

import java.nio.file.Path;
import nl.inzage.policy.book.PolicyBook;
import nl.inzage.policy.book.PolicyBookReader;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The policies of the hospitals, read once; one that cannot be used stops the start. */
@Configuration(proxyBeanMethods = false)
class ReleaseConfiguration {

    /**
     * The book.
     *
     * @param folder with policy files that take the place of the product's own, or come beside them; empty for none
     */
    @Bean
    PolicyBook policyBook(@Value("${inzage.hospitals:}") String folder) {
        PolicyBookReader reader = new PolicyBookReader();
        return folder.isBlank() ? reader.readBuiltIn() : reader.readWith(Path.of(folder));
    }
}
