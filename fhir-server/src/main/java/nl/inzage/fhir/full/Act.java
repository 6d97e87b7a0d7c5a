package nl.inzage.fhir.full;

import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import nl.inzage.policy.smart.Interaction;
import org.hl7.fhir.r4.model.Resource;

/**
 * One thing that a request wants done: the request itself, or one entry of a transaction.
 *
 * @param where the path of the entry, empty for a request that is no bundle
 * @param id of the resource that it is done to
 * @param condition the search by which that resource, or its absence, is established instead
 * @param body what is to be stored, or said to an operation
 * @param operation the name of an operation of our own, with its dollar sign
 */
public record Act(
        String where,
        RestOperationTypeEnum interaction,
        String type,
        Optional<String> id,
        Optional<String> condition,
        Optional<Resource> body,
        Optional<String> operation) {

    /** The letters of SMART that must all be granted; a condition is a search. */
    Set<Interaction> needs() {
        Set<Interaction> needs = EnumSet.of(
                switch (interaction) {
                    case READ, VREAD, HISTORY_INSTANCE -> Interaction.READ;
                    case SEARCH_TYPE -> Interaction.SEARCH;
                    case CREATE -> Interaction.CREATE;
                    case EXTENDED_OPERATION_TYPE, EXTENDED_OPERATION_INSTANCE -> ofOperation();
                    case UPDATE, PATCH -> Interaction.UPDATE;
                    case DELETE -> Interaction.DELETE;
                    default -> throw new IllegalStateException("Not on the list: " + interaction);
                });
        if (condition.isPresent()) {
            needs.add(Interaction.SEARCH);
        }
        return needs;
    }

    private Interaction ofOperation() {
        return operation
                .map(Surface.OPERATIONS::get)
                .orElseThrow(() -> new IllegalStateException("Not on the list: " + operation));
    }

    /** Whether it brings a whole resource that is to be kept. */
    public boolean isPush() {
        return body.isPresent()
                && (interaction == RestOperationTypeEnum.CREATE || interaction == RestOperationTypeEnum.UPDATE);
    }

    /** {@code Type/id}. */
    Optional<String> target() {
        return id.map(known -> type + "/" + known);
    }

    /** A sentence for the sender, with the entry that it is about. */
    public String say(String sentence) {
        return where.isEmpty() ? sentence : where + ": " + sentence;
    }
}
