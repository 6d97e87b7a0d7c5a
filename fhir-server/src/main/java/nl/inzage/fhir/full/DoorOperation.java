package nl.inzage.fhir.full;

import ca.uhn.fhir.rest.server.IResourceProvider;
import org.hl7.fhir.instance.model.api.IBaseResource;

/** An operation of our own at the full door, on one resource type. */
public interface DoorOperation extends IResourceProvider {

    /** A Spring bean that makes the operation for each type that the door keeps. */
    interface Maker {

        /** Whether the operation is there for a type. */
        default boolean isFor(String type) {
            return true;
        }

        DoorOperation operationOn(Class<? extends IBaseResource> type);
    }
}
