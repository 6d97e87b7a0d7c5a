package nl.inzage.fhir.view;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes rows of the released view anew from the store, while the store goes on being written. A version that the view
 * does not know arrived when the store wrote it.
 */
final class Rebuild {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final DaoRegistry store;
    private final ReleasedView view;

    Rebuild(JdbcTemplate jdbc, TransactionTemplate transactions, DaoRegistry store, ReleasedView view) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.store = store;
        this.view = view;
    }

    /** Makes the view agree with the store on these, each in a transaction of its own. */
    void of(Collection<ResourceKey> keys) {
        keys.forEach(key -> transactions.executeWithoutResult(transaction -> rebuild(key)));
    }

    private void rebuild(ResourceKey key) {
        Optional<Version> current = locked(key);
        if (current.filter(version -> !version.deleted()).isEmpty()) {
            view.delete(key, current.map(Version::number).orElse(0L));
            return;
        }
        IBaseResource stored = store.getResourceDao(key.type())
                .read(new IdType(key.type(), key.id()), SystemRequestDetails.forAllPartitions());
        view.entryOf(stored).ifPresent(entry -> view.write(List.of(entry), ViewEntry.Own::updated));
    }

    private record Version(long number, boolean deleted) {}

    /** Nobody changes or deletes it until this transaction has written its row. */
    private Optional<Version> locked(ResourceKey key) {
        return jdbc
                .query(
                        """
                        select res_ver, res_deleted_at is not null as deleted from fhir.hfj_resource
                        where res_type = ? and fhir_id = ? for share
                        """,
                        (row, number) -> new Version(row.getLong("res_ver"), row.getBoolean("deleted")),
                        key.type(),
                        key.id())
                .stream()
                .findFirst();
    }
}
