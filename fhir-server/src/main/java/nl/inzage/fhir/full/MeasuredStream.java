package nl.inzage.fhir.full;

import ca.uhn.fhir.rest.server.exceptions.PayloadTooLargeException;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** Stops reading where a body grows longer than may be. */
final class MeasuredStream extends ServletInputStream {

    private final ServletInputStream source;
    private long left;

    MeasuredStream(ServletInputStream source, long limit) {
        this.source = source;
        this.left = limit;
    }

    @Override
    public int read() throws IOException {
        int read = source.read();
        measure(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = source.read(buffer, offset, length);
        measure(Math.max(read, 0));
        return read;
    }

    private void measure(int read) {
        left -= read;
        if (left < 0) {
            throw new PayloadTooLargeException("The request is longer than this server takes");
        }
    }

    @Override
    public boolean isFinished() {
        return source.isFinished();
    }

    @Override
    public boolean isReady() {
        return source.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        source.setReadListener(listener);
    }
}
