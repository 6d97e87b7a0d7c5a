package nl.inzage.conformance.app;

import java.net.URI;

/**
 * The registration that the server knows.
 *
 * @param redirectUri on this machine, where the browser brings the code
 * @param scope that is asked for
 */
public record AppClient(String id, ClientProof proof, URI redirectUri, String scope) {

    public boolean isPublic() {
        return proof instanceof ClientProof.None;
    }

    /** Where the pages of this app would come from. */
    public String origin() {
        return redirectUri.getScheme() + "://" + redirectUri.getRawAuthority();
    }

    /** In words of the specification. */
    public String kind() {
        if (isPublic()) {
            return "public";
        }
        return proof instanceof ClientProof.Secret ? "confidential, symmetric" : "confidential, asymmetric";
    }
}
