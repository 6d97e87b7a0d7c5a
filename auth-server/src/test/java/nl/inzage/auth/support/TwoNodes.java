package nl.inzage.auth.support;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ConfigurableApplicationContext;

/** The server and one more node on the same database, started once for all that must happen once on both together. */
public final class TwoNodes {

    private final AtomicInteger turns = new AtomicInteger();

    /** A part of one node or of the other, in turn. */
    public <T> T either(Class<T> type) {
        return turns.incrementAndGet() % 2 == 0 ? RunningServer.shared().bean(type) : OfThisJvm.OTHER.getBean(type);
    }

    /** Where the other node is. */
    public URI other() {
        return RunningServer.addressOf(OfThisJvm.OTHER);
    }

    private static final class OfThisJvm {
        static final ConfigurableApplicationContext OTHER =
                RunningServer.shared().secondNode(Map.of());
    }
}
