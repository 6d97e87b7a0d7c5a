package nl.inzage.fhir.token;

import ca.uhn.fhir.context.FhirContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.hl7.fhir.r4.model.Bundle;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The brands, for anyone, beside the narrow door's smart-configuration. The entity tag is a weak one, since nodes that
 * started at different moments say the same with another timestamp.
 */
@Configuration(proxyBeanMethods = false)
class BrandsDocument {

    @Bean
    ServletRegistrationBean<HttpServlet> userAccessBrandsDocument(UserAccessBrands brands, FhirContext fhir) {
        Bundle bundle = brands.bundle();
        String body = fhir.newJsonParser().encodeResourceToString(bundle);
        String content =
                fhir.newJsonParser().encodeResourceToString(bundle.copy().setTimestamp(null));
        ServletRegistrationBean<HttpServlet> servlet = new ServletRegistrationBean<>(
                new Document(body, "W/\"" + hash(content) + "\""), Door.NARROW.path() + Door.BRANDS);
        servlet.setName("user-access-brands");
        return servlet;
    }

    private static String hash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class Document extends HttpServlet {

        private static final long serialVersionUID = 1;

        private final String body;
        private final String tag;

        Document(String body, String tag) {
            this.body = body;
            this.tag = tag;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setHeader("ETag", tag);
            if (tag.equals(request.getHeader("If-None-Match"))) {
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return;
            }
            response.setContentType("application/fhir+json");
            response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        }
    }
}
