package nl.inzage.fhir.full;

import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Resource;

/** Reads from a request everything that it wants done, before any of it is. */
public final class Acts {

    private Acts() {}

    public static List<Act> of(ServletRequestDetails request) {
        return switch (request.getRestOperationType()) {
            case METADATA, GET_PAGE -> List.of();
            case TRANSACTION -> ofBundle((Bundle) request.getResource());
            default -> List.of(ofRequest(request));
        };
    }

    private static Act ofRequest(ServletRequestDetails request) {
        RestOperationTypeEnum interaction = request.getRestOperationType();
        return new Act(
                "",
                interaction,
                request.getResourceName(),
                Optional.ofNullable(request.getId()).map(IIdType::getIdPart),
                Optional.ofNullable(request.getConditionalUrl(interaction)),
                interaction == RestOperationTypeEnum.PATCH
                        ? Optional.empty()
                        : Optional.ofNullable((Resource) request.getResource()),
                Optional.ofNullable(request.getOperation()));
    }

    private static List<Act> ofBundle(Bundle bundle) {
        if (bundle.getType() != Bundle.BundleType.TRANSACTION) {
            throw new InvalidRequestException("Send a Bundle of type transaction; others are not taken here");
        }
        List<Act> acts = new ArrayList<>();
        Set<String> changed = new HashSet<>();
        for (BundleEntryComponent entry : bundle.getEntry()) {
            Act act = EntryAct.of("Bundle.entry[" + acts.size() + "]", entry);
            // HAPI would carry out the last or the first of them, depending on the kind, and answer 200.
            if (act.interaction() != RestOperationTypeEnum.CREATE
                    && isChange(act)
                    && !changed.add(act.type() + act.id() + act.condition())) {
                throw new InvalidRequestException(act.say("a second change of the same resource in one transaction"));
            }
            acts.add(act);
        }
        return acts;
    }

    private static boolean isChange(Act act) {
        return switch (act.interaction()) {
            case UPDATE, PATCH, DELETE -> true;
            default -> false;
        };
    }
}
