package nl.inzage.fhir.ingest;

import java.util.Map;
import java.util.stream.Collectors;
import nl.inzage.fhir.token.SystemClient;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps the warnings of a push as counts per element and rule, in the transaction of the push. A table, since a mark
 * in the resource would change what the hospital sent, and one row a resource would say the same thing a thousand
 * times.
 */
@Component
class WarningBook {

    private static final String INSERT =
            """
            insert into ingest_warning (hospital, client, resource_type, element, rule, occurrences)
            values (?, ?, ?, ?, ?, ?)""";

    private final JdbcTemplate database;

    WarningBook(JdbcTemplate database) {
        this.database = database;
    }

    private record Kind(String type, String element, String rule) {}

    /** Writes them once at the end of the running transaction, whatever the number of resources in it. */
    void keepWithTransaction(SystemClient client, Findings findings) {
        boolean registered =
                TransactionSynchronizationManager.getSynchronizations().stream().anyMatch(Entry.class::isInstance);
        if (!registered) {
            TransactionSynchronizationManager.registerSynchronization(new Entry(client, findings));
        }
    }

    private final class Entry implements TransactionSynchronization {

        private final SystemClient client;
        private final Findings findings;

        Entry(SystemClient client, Findings findings) {
            this.client = client;
            this.findings = findings;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            Map<Kind, Long> counts = findings.warnings().stream()
                    .collect(Collectors.groupingBy(
                            warning -> new Kind(warning.type(), warning.elementWithoutPositions(), warning.rule()),
                            Collectors.counting()));
            database.batchUpdate(
                    INSERT,
                    counts.entrySet().stream()
                            .map(count -> new Object[] {
                                client.hospital().value(),
                                client.clientId(),
                                count.getKey().type(),
                                count.getKey().element(),
                                count.getKey().rule(),
                                count.getValue()
                            })
                            .toList());
        }
    }
}
