package nl.inzage.fhir.release;

import nl.inzage.policy.book.PolicyBook;
import nl.inzage.policy.book.PolicyBookReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The policies of the hospitals, read once; one that cannot be used stops the start. */
@Configuration(proxyBeanMethods = false)
class ReleaseConfiguration {

    @Bean
    PolicyBook policyBook() {
        return new PolicyBookReader().readBuiltIn();
    }
}
