package nl.inzage.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder that holds everything a run keeps; at most one run uses it at a time. */
public final class DataFolder implements AutoCloseable {

    /** The database's write-ahead log alone may take this before it is recycled. */
    private static final long SPACE_NEEDED = 1_500_000_000L;

    private final Path path;
    private final FileChannel lockFile;

    private DataFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /**
     * Takes the folder for this run, making it when it is not there.
     *
     * @throws StartRefused when another run has it, it cannot be written, or its disk is nearly full
     */
    static DataFolder take(Path path) throws StartRefused {
        FileChannel channel = null;
        try {
            Files.createDirectories(path);
            requireSpace(path);
            channel =
                    FileChannel.open(path.resolve("inzage.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new StartRefused("Inzage already runs on the folder " + path
                        + "; stop that run first, or choose another folder with INZAGE_DATA.");
            }
            return new DataFolder(path, channel);
        } catch (IOException e) {
            throw new StartRefused("The folder " + path + " cannot be written: " + e.getMessage() + ".", e);
        }
    }

    private static void requireSpace(Path path) throws IOException, StartRefused {
        long usable = Files.getFileStore(path).getUsableSpace();
        if (usable < SPACE_NEEDED) {
            throw new StartRefused("The disk of " + path + " is nearly full: " + usable / 1_000_000
                    + " MB are free and Inzage needs " + SPACE_NEEDED / 1_000_000 + " MB.");
        }
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    Path path() {
        return path;
    }

    Path database() {
        return path.resolve("postgres");
    }

    Path logs() throws IOException {
        return Files.createDirectories(path.resolve("logs"));
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
