package nl.inzage.bench.speed;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** One kept connection, with as little work as HTTP/1.1 allows: the driver shares the machine with the servers. */
final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;

    private final Target target;
    private Socket socket;
    private BufferedInputStream in;
    private byte[] body = new byte[1 << 18];
    private int length;
    private int status;
    private boolean compressed;
    private boolean closing;

    Wire(Target target) throws IOException {
        this.target = target;
        open();
    }

    private void open() throws IOException {
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(target.address(), PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    /** Sends a request and reads the whole answer. */
    void ask(byte[] request) throws IOException {
        if (closing) {
            // A server lets a connection go after so many requests, and says so.
            socket.close();
            open();
            closing = false;
        }
        socket.getOutputStream().write(request);
        status = Integer.parseInt(line().split(" ", 3)[1]);
        long announced = -1;
        boolean chunked = false;
        compressed = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                announced = Long.parseLong(line.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = true;
            } else if (lower.startsWith("connection:")) {
                closing = lower.contains("close");
            } else if (lower.startsWith("content-encoding:")) {
                compressed = lower.contains("gzip");
            }
        }
        length = 0;
        if (chunked) {
            for (int size = chunk(); size > 0; size = chunk()) {
                take(size);
                line();
            }
            line();
        } else {
            take(Math.toIntExact(announced));
        }
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
    }

    private void take(int size) throws IOException {
        if (length + size > body.length) {
            body = Arrays.copyOf(body, Math.max(body.length * 2, length + size));
        }
        if (in.readNBytes(body, length, size) < size) {
            throw new EOFException("The answer is cut off");
        }
        length += size;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int letter = in.read(); letter != '\n'; letter = in.read()) {
            if (letter < 0) {
                throw new EOFException("The connection was closed");
            }
            if (letter != '\r') {
                line.append((char) letter);
            }
        }
        return line.toString();
    }

    int status() {
        return status;
    }

    /** Bytes of the body as they came. */
    int length() {
        return length;
    }

    String text() throws IOException {
        byte[] bytes = compressed
                ? new GZIPInputStream(new ByteArrayInputStream(body, 0, length)).readAllBytes()
                : Arrays.copyOf(body, length);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
