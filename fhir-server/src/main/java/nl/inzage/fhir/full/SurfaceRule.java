package nl.inzage.fhir.full;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.server.method.BaseMethodBinding;
import ca.uhn.fhir.rest.server.method.OperationMethodBinding;

/** Drops, while the door is built, every method of HAPI's providers that the committed list does not name. */
class SurfaceRule {

    @Hook(Pointcut.SERVER_PROVIDER_METHOD_BOUND)
    public BaseMethodBinding keepIfListed(BaseMethodBinding method) {
        boolean listed = (isOwnOperation(method) || Surface.INTERACTIONS.contains(method.getRestOperationType()))
                && (method.getResourceName() == null || Surface.TYPES.contains(method.getResourceName()));
        return listed ? method : null;
    }

    private static boolean isOwnOperation(BaseMethodBinding method) {
        return method.getProvider() instanceof DoorOperation
                && method instanceof OperationMethodBinding operation
                && Surface.OPERATIONS.containsKey(operation.getName());
    }
}
