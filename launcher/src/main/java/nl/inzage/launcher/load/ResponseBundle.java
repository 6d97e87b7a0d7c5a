package nl.inzage.launcher.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** The server's answer to a transaction, entry by entry: what is not said to be stored counts as refused. */
record ResponseBundle(JsonNode bundle) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int REASONS = 20;

    static ResponseBundle read(InputStream body) throws IOException {
        try {
            return new ResponseBundle(JSON.readTree(body));
        } catch (JsonProcessingException e) {
            // An answer cut short is a lost connection; anything else is no FHIR server.
            throw new IOException("the answer is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    Answer answer(Payload payload) {
        if (!bundle.path("resourceType").asText().equals("Bundle")) {
            return new Answer.Refused(0, List.of("the server answered with something else than a Bundle"));
        }
        List<String> reasons = new ArrayList<>();
        int accepted = 0;
        int number = 0;
        for (JsonNode entry : bundle.path("entry")) {
            number++;
            JsonNode response = entry.path("response");
            String status = response.path("status").asText();
            if (status.startsWith("2")) {
                accepted++;
            } else {
                reasons.add("entry " + number + ": " + status + " " + RefusalText.issues(response.path("outcome")));
            }
        }
        if (number != payload.entries()) {
            reasons.add("the server answered for " + number + " of " + payload.entries() + " entries");
        }
        return reasons.isEmpty() ? new Answer.Accepted(accepted) : new Answer.Refused(accepted, few(reasons));
    }

    private static List<String> few(List<String> reasons) {
        if (reasons.size() <= REASONS) {
            return List.copyOf(reasons);
        }
        List<String> few = new ArrayList<>(reasons.subList(0, REASONS));
        few.add("and " + (reasons.size() - REASONS) + " more");
        return List.copyOf(few);
    }
}
