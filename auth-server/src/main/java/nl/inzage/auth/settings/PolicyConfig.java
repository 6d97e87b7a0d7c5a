package nl.inzage.auth.settings;

import nl.inzage.policy.book.PolicyBook;
import nl.inzage.policy.book.PolicyBookReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The hospitals' policies, as the product carries them. */
@Configuration(proxyBeanMethods = false)
class PolicyConfig {

    @Bean
    PolicyBook policyBook() {
        return new PolicyBookReader().readBuiltIn();
    }
}
