package nl.inzage.bench.speed;

/** How an answer is asked for: each search really made, plain; or without a stored search and compressed. */
enum Mode {
    PLAIN("Cache-Control: no-cache\r\n"),
    GZIP("Cache-Control: no-store\r\nAccept-Encoding: gzip\r\n");

    private final String headers;

    Mode(String headers) {
        this.headers = headers;
    }

    String headers() {
        return headers;
    }
}
