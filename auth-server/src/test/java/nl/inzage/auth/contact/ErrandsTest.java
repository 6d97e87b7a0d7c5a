package nl.inzage.auth.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ErrandsTest {

    private static final int FLOOD = 2000;

    private final Errands errands = new Errands();
    private final CountDownLatch held = new CountDownLatch(1);

    @AfterEach
    void end() {
        held.countDown();
        errands.destroy();
    }

    @Test
    void what_somebody_has_to_hear_comes_through_a_flood_of_what_strangers_ask() throws InterruptedException {
        for (int i = 0; i < FLOOD; i++) {
            errands.run(this::hold);
        }
        CountDownLatch told = new CountDownLatch(1);

        errands.runInAnyCase(told::countDown);

        assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void nothing_that_somebody_has_to_hear_is_dropped() throws InterruptedException {
        AtomicInteger told = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(FLOOD);
        for (int i = 0; i < FLOOD; i++) {
            errands.runInAnyCase(() -> {
                told.incrementAndGet();
                all.countDown();
            });
        }

        assertThat(all.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(told).hasValue(FLOOD);
    }

    @Test
    void an_errand_that_fails_stops_no_other() throws InterruptedException {
        CountDownLatch next = new CountDownLatch(1);
        for (int i = 0; i < 10; i++) {
            errands.run(() -> {
                throw new IllegalStateException("of the test");
            });
        }
        errands.run(next::countDown);

        assertThat(next.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private void hold() {
        try {
            held.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
