package nl.inzage.conformance.web;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/**
 * Offers an old version of TLS and looks whether the server takes it. Written to the socket as it is: Java itself will no
 * longer say these words.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4346#section-7.4.1">RFC 4346, section 7.4.1</a>
 */
public final class TlsOffer {

    /** TLS 1.0 and 1.1, as their records name them. */
    public static final int TLS_1_0 = 0x0301;

    public static final int TLS_1_1 = 0x0302;

    private static final int HANDSHAKE = 0x16;
    private static final int SERVER_HELLO = 2;
    private static final int PATIENCE = 10_000;

    private static final int[] SUITES = {0xC014, 0xC013, 0xC00A, 0xC009, 0x0039, 0x0033, 0x0035, 0x002F, 0x000A, 0x00FF
    };

    private TlsOffer() {}

    /**
     * Whether a server takes this version.
     *
     * @throws IOException when nobody listens there
     */
    public static boolean isTaken(String host, int port, int version) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), PATIENCE);
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write(record(hello(host, version)));
            return saysHello(new DataInputStream(socket.getInputStream()), version);
        }
    }

    private static boolean saysHello(DataInputStream answer, int version) throws IOException {
        try {
            int kind = answer.readUnsignedByte();
            answer.readUnsignedShort();
            answer.readUnsignedShort();
            if (kind != HANDSHAKE || answer.readUnsignedByte() != SERVER_HELLO) {
                return false;
            }
            answer.readNBytes(3);
            return answer.readUnsignedShort() <= version;
        } catch (EOFException | SocketException refused) {
            return false;
        }
    }

    private static byte[] record(byte[] hello) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeByte(HANDSHAKE);
        out.writeShort(TLS_1_0);
        out.writeShort(hello.length + 4);
        out.writeByte(1);
        out.writeByte(0);
        out.writeShort(hello.length);
        out.write(hello);
        return bytes.toByteArray();
    }

    private static byte[] hello(String host, int version) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(version);
        // The random part may be anything: no session will come of it.
        out.write(new byte[32]);
        out.writeByte(0);
        out.writeShort(SUITES.length * 2);
        for (int suite : SUITES) {
            out.writeShort(suite);
        }
        out.writeByte(1);
        out.writeByte(0);
        byte[] extensions = extensions(host);
        out.writeShort(extensions.length);
        out.write(extensions);
        return bytes.toByteArray();
    }

    private static byte[] extensions(String host) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        byte[] name = host.getBytes(StandardCharsets.US_ASCII);
        // server_name
        out.writeShort(0);
        out.writeShort(name.length + 5);
        out.writeShort(name.length + 3);
        out.writeByte(0);
        out.writeShort(name.length);
        out.write(name);
        // supported_groups: P-256, P-384, x25519
        out.writeShort(10);
        out.writeShort(8);
        out.writeShort(6);
        out.writeShort(23);
        out.writeShort(24);
        out.writeShort(29);
        // ec_point_formats: uncompressed
        out.writeShort(11);
        out.writeShort(2);
        out.writeByte(1);
        out.writeByte(0);
        return bytes.toByteArray();
    }
}
