package nl.inzage.auth.journey;

import java.util.stream.Stream;

/** In which languages long journeys are walked: both take more time than the usual run has. */
final class Languages {

    private Languages() {}

    static Stream<String> asked() {
        return "true".equals(System.getenv("INZAGE_ENGLISH_WALKS")) ? Stream.of("nl", "en") : Stream.of("nl");
    }
}
