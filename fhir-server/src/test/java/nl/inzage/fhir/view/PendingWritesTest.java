package nl.inzage.fhir.view;

import static nl.inzage.fhir.view.Examples.lab;
import static nl.inzage.fhir.view.Examples.observation;
import static nl.inzage.fhir.view.Examples.patient;
import static nl.inzage.fhir.view.Examples.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.hl7.fhir.r4.model.Observation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The view and the transaction that it belongs to. */
class PendingWritesTest {

    private final ViewFixture view = new ViewFixture();

    @AfterEach
    void close() throws Exception {
        view.close();
    }

    @Test
    void a_transaction_that_is_rolled_back_leaves_nothing() {
        view.transactions().executeWithoutResult(transaction -> {
            view.announce(patient("anna"));
            transaction.setRollbackOnly();
        });

        assertThat(view.visibleTo("anna")).isEmpty();
        view.store(patient("bram"));
        assertThat(view.visibleTo("bram")).containsExactly("Patient/bram");
        assertThat(view.visibleTo("anna")).isEmpty();
    }

    @Test
    void without_a_transaction_nothing_is_written() {
        assertThatThrownBy(() -> view.announce(patient("anna"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_transaction_inside_another_writes_its_own_only() {
        TransactionTemplate inner = new TransactionTemplate(view.transactions().getTransactionManager());
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        view.transactions().executeWithoutResult(outer -> {
            view.announce(patient("anna"));
            inner.executeWithoutResult(transaction -> view.announce(patient("bram")));
            outer.setRollbackOnly();
        });

        assertThat(view.visibleTo("anna")).isEmpty();
        assertThat(view.visibleTo("bram")).containsExactly("Patient/bram");
    }

    @Test
    void a_delete_that_is_announced_from_inside_the_commit_is_written() {
        Observation weight = observation("weight", "anna", "vital-signs");
        view.store(weight);

        view.transactions()
                .executeWithoutResult(transaction ->
                        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                            @Override
                            public void beforeCommit(boolean readOnly) {
                                view.announceDeleted(weight);
                            }
                        }));

        assertThat(view.visibleTo("anna")).isEmpty();
    }

    @Test
    void an_older_version_never_replaces_a_younger_one_nor_comes_back_after_a_delete() {
        Observation first = observation("weight", "anna", "vital-signs");
        view.store(first);
        Observation old = first.copy();
        view.store(observation("weight", "anna", "vital-signs"));

        view.again(old);
        assertThat(versionOf("weight")).containsExactly(2L);

        view.delete(first);
        view.again(old);
        assertThat(versionOf("weight")).isEmpty();

        view.store(observation("weight", "anna", "vital-signs"));
        assertThat(versionOf("weight")).containsExactly(4L);
    }

    @Test
    void parts_of_a_group_that_arrive_at_the_same_moment_see_each_other() throws Exception {
        long day = 86_400_000;
        view.store(patient("anna"));
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 15; round++) {
                String result = "o" + round;
                String report = "r" + round;
                CountDownLatch start = new CountDownLatch(2);
                Future<?> one = two.submit(() -> {
                    meet(start);
                    view.store(lab(result, "anna", view.issuedForReleaseIn(day)));
                });
                Future<?> other = two.submit(() -> {
                    meet(start);
                    view.store(report(report, "anna", view.issuedForReleaseIn(2 * day), result));
                });
                one.get(20, TimeUnit.SECONDS);
                other.get(20, TimeUnit.SECONDS);
            }
        } finally {
            two.shutdownNow();
        }

        assertThat(view.visibleTo("anna")).containsExactly("Patient/anna");
        assertThat(view.writer()
                        .queryForObject(
                                "select count(*) from released.resource o join released.resource r on r.id = 'r' || substr(o.id, 2)"
                                        + " and o.type = 'Observation' and r.ordinary_from = o.ordinary_from",
                                Long.class))
                .isEqualTo(15);
    }

    private static void meet(CountDownLatch start) {
        start.countDown();
        try {
            assertThat(start.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<Long> versionOf(String id) {
        return view.writer().queryForList("select version from released.resource where id = ?", Long.class, id);
    }
}
