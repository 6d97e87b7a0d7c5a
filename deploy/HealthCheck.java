import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Ends with 0 when the app in this container says that it is ready: the image holds no other HTTP client. */
final class HealthCheck {

    private HealthCheck() {}

    public static void main(String[] arguments) throws IOException {
        var connection = (HttpURLConnection)
                URI.create(System.getenv("INZAGE_HEALTH_URL")).toURL().openConnection();
        connection.setConnectTimeout(2_000);
        connection.setReadTimeout(3_000);
        if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
            System.exit(1);
        }
    }
}
