package nl.inzage.launcher.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The moment from which the demo counts its dates: the first start on a data folder, kept there. */
record FirstStart(Instant moment) {

    static FirstStart of(Path folder, Clock clock) throws IOException {
        Path file = folder.resolve("first-start.txt");
        if (Files.exists(file)) {
            return new FirstStart(Instant.parse(Files.readString(file).strip()));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Files.createDirectories(folder);
        Files.writeString(file, now + "\n");
        return new FirstStart(now);
    }
}
