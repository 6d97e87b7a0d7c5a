package nl.inzage.fhir.view;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What a transaction will write to the released view, kept until just before its commit. */
final class PendingWrites implements TransactionSynchronization {

    private final Object owner;
    private final Consumer<Collection<ViewEntry>> writer;
    private final Map<ResourceKey, ViewEntry> entries = new TreeMap<>();

    private PendingWrites(Object owner, Consumer<Collection<ViewEntry>> writer) {
        this.owner = owner;
        this.writer = writer;
    }

    /**
     * Those of the running transaction.
     *
     * @throws IllegalStateException when there is no transaction: then nothing may be written at all
     */
    static PendingWrites ofTransaction(Object owner, Consumer<Collection<ViewEntry>> writer) {
        Optional<PendingWrites> begun = begun(owner);
        if (begun.isPresent()) {
            return begun.get();
        }
        PendingWrites pending = new PendingWrites(owner, writer);
        TransactionSynchronizationManager.registerSynchronization(pending);
        TransactionSynchronizationManager.bindResource(owner, pending);
        return pending;
    }

    /** Those of the running transaction, when it has any. */
    static Optional<PendingWrites> begun(Object owner) {
        return Optional.ofNullable((PendingWrites) TransactionSynchronizationManager.getResource(owner));
    }

    void add(ViewEntry entry) {
        entries.merge(entry.key(), entry, (old, young) -> young.version() >= old.version() ? young : old);
    }

    void remove(ResourceKey key) {
        entries.remove(key);
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        Collection<ViewEntry> all = List.copyOf(entries.values());
        entries.clear();
        writer.accept(all);
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResourceIfPossible(owner);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(owner, this);
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(owner);
    }
}
