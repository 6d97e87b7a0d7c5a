package nl.inzage.fhir.audit;

import java.util.List;

/** Where looks are written down. */
public interface AuditTrail {

    /**
     * Comes back when the looks are there for good.
     *
     * @throws AuditUnavailable when they are not; then nothing may be answered
     */
    void record(List<Look> looks);
}
