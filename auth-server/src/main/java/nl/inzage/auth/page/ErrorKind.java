package nl.inzage.auth.page;

import java.util.Map;
import java.util.Set;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.servlet.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/** Tells the error page which of the errors that it has words for this is. */
@Component
class ErrorKind extends DefaultErrorAttributes {

    private static final Set<Object> WITH_WORDS = Set.of(400, 403, 404, 429, 503);

    @Override
    public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        Map<String, Object> attributes = super.getErrorAttributes(request, options);
        Object status = attributes.get("status");
        attributes.put("kind", WITH_WORDS.contains(status) ? status : 500);
        return attributes;
    }
}
