package nl.inzage.portal.hospital;

/** What the authorization server says of itself. */
final class Discovery {

    private Discovery() {}

    /** For SMART apps. */
    static String smart(String url) {
        return """
                {"issuer":"%1$s","jwks_uri":"%1$s/oauth2/jwks","authorization_endpoint":"%1$s/oauth2/authorize",
                 "token_endpoint":"%1$s/oauth2/token","revocation_endpoint":"%1$s/oauth2/revoke",
                 "capabilities":["launch-standalone","client-confidential-symmetric","sso-openid-connect"],
                 "code_challenge_methods_supported":["S256"],"grant_types_supported":["authorization_code"]}
                """
                .formatted(url);
    }

    /** For OpenID Connect, where logging out is found. */
    static String openId(String url) {
        return "{\"issuer\":\"%1$s\",\"end_session_endpoint\":\"%1$s/connect/logout\"}".formatted(url);
    }
}
