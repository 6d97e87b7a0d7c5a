package nl.inzage.launcher.load;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;

/** The key pair with which a system proves who it is: made at first use, kept in a file that its owner alone reads. */
public final class SystemClientKey {

    private final String clientId;
    private final ECKey pair;

    private SystemClientKey(String clientId, ECKey pair) {
        this.clientId = clientId;
        this.pair = pair;
    }

    /**
     * The key of a client in a folder.
     *
     * @throws IOException when the file cannot be read, written or understood
     */
    public static SystemClientKey in(Path folder, String clientId) throws IOException {
        Path file = folder.resolve(clientId + ".jwk");
        try {
            if (Files.exists(file)) {
                return new SystemClientKey(clientId, ECKey.parse(Files.readString(file)));
            }
            ECKey made = new ECKeyGenerator(Curve.P_384)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint(true)
                    .generate();
            Files.createDirectories(folder);
            createForOwnerAlone(file);
            Files.writeString(file, made.toJSONString());
            return new SystemClientKey(clientId, made);
        } catch (ParseException | JOSEException e) {
            throw new IOException("The key in " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** The public half as a JSON Web Key Set, for the registration of the client. */
    public String publicKeySet() {
        return new JWKSet(pair.toPublicJWK()).toString();
    }

    /** The id under which the client is registered. */
    public String clientId() {
        return clientId;
    }

    ECKey pair() {
        return pair;
    }

    private static void createForOwnerAlone(Path file) throws IOException {
        if (Files.getFileStore(file.getParent()).supportsFileAttributeView("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }
}
