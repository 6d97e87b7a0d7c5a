package nl.inzage.bench.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Processor time from /proc, in milliseconds; Linux counts hundredths of a second. */
final class ProcessTime {

    private static final long MILLIS_A_TICK = 10;

    private ProcessTime() {}

    static long of(long pid) {
        return ticks(pid, false) * MILLIS_A_TICK;
    }

    /** Of a process, its children and those that it had. */
    static long ofFamily(long pid) throws IOException {
        long ticks = ticks(pid, true);
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            for (Path process : processes.toList()) {
                String name = process.getFileName().toString();
                if (name.matches("[0-9]+") && parent(Long.parseLong(name)) == pid) {
                    ticks += ticks(Long.parseLong(name), true);
                }
            }
        }
        return ticks * MILLIS_A_TICK;
    }

    private static long ticks(long pid, boolean reaped) {
        String[] fields = fields(pid);
        if (fields.length < 15) {
            return 0;
        }
        long own = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        return reaped ? own + Long.parseLong(fields[13]) + Long.parseLong(fields[14]) : own;
    }

    private static long parent(long pid) {
        String[] fields = fields(pid);
        return fields.length < 2 ? -1 : Long.parseLong(fields[1]);
    }

    /** From the state on: the name before it may hold spaces. */
    private static String[] fields(long pid) {
        try {
            String line = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return line.substring(line.lastIndexOf(')') + 2).split(" ");
        } catch (IOException ended) {
            return new String[0];
        }
    }
}
