package nl.inzage.fhir.noninterference;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** HTTP/1.1 as it is on the wire, on one kept connection: an ordinary client would refuse to send half of it. */
final class Wire implements Door, AutoCloseable {

    private final String host;
    private final int port;
    private Socket socket;
    private InputStream in;

    Wire(String host, int port) {
        this.host = host;
        this.port = port;
    }

    @Override
    public Reply send(String method, String target, List<String> headers, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: " + host + ":" + port);
        headers.forEach(header -> head.append("\r\n").append(header));
        if (content.length > 0) {
            head.append("\r\nContent-Length: ").append(content.length);
        }
        byte[] start = head.append("\r\n\r\n").toString().getBytes(StandardCharsets.UTF_8);
        try {
            try {
                return exchange(method, start, content);
            } catch (IOException closedMeanwhile) {
                close();
                return exchange(method, start, content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + target, e);
        }
    }

    private Reply exchange(String method, byte[] start, byte[] content) throws IOException {
        if (socket == null) {
            socket = new Socket(host, port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(30_000);
            in = new BufferedInputStream(socket.getInputStream());
        }
        byte[] all = new byte[start.length + content.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(content, 0, all, start.length, content.length);
        socket.getOutputStream().write(all);
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        List<String> headers = new ArrayList<>();
        for (String header = line(); !header.isEmpty(); header = line()) {
            headers.add(header);
        }
        Reply reply = new Reply(status, headers, new byte[0]);
        boolean bodiless = method.equals("HEAD") || status == 204 || status == 304;
        Reply whole = bodiless ? reply : new Reply(status, headers, body(reply));
        if (reply.header("Connection").equalsIgnoreCase("close")) {
            close();
        }
        return whole;
    }

    private byte[] body(Reply reply) throws IOException {
        if (!reply.header("Transfer-Encoding").equalsIgnoreCase("chunked")) {
            return reply.header("Content-Length").isEmpty()
                    ? in.readAllBytes()
                    : in.readNBytes(Integer.parseInt(reply.header("Content-Length")));
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.writeBytes(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int letter = in.read(); letter != '\n'; letter = in.read()) {
            if (letter < 0) {
                throw new IOException("The server closed the connection");
            }
            if (letter != '\r') {
                line.write(letter);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            socket = null;
        }
    }
}
