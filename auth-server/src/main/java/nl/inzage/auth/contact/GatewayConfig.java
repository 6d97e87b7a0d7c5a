package nl.inzage.auth.contact;

import com.fasterxml.jackson.databind.ObjectMapper;
import javax.net.ssl.SSLSocketFactory;
import nl.inzage.auth.settings.AuthSettings;
import nl.inzage.auth.settings.SmtpSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which way messages go out: all over the gateway, or e-mail over a mail server. */
@Configuration(proxyBeanMethods = false)
class GatewayConfig {

    @Bean
    MessageGateway messageGateway(ObjectMapper json, AuthSettings settings, SmtpSettings smtp) {
        MessageGateway gateway = new HttpMessageGateway(json, settings);
        return smtp.used() ? new SmtpMail(gateway, smtp, (SSLSocketFactory) SSLSocketFactory.getDefault()) : gateway;
    }
}
