package nl.inzage.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The whole product as a user runs it, started once for all tests of this JVM: real processes, a real database, the
 * demo dossiers pushed through the front door. With {@code INZAGE_JOURNEY_PORTAL_URL} (and {@code _FHIR_URL}, {@code
 * _ISSUER}, {@code _DIGID}) the tests walk an installation that already runs. A test gets its {@link Addresses}, and
 * the folder with its keys and secrets as a {@link Path}.
 */
public final class RunningDossier implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Addresses.class
                || parameter.getParameter().getType() == Path.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Run run = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(RunningDossier.class))
                .getOrComputeIfAbsent(Run.class, key -> Run.start(System.getenv()), Run.class);
        return parameter.getParameter().getType() == Path.class ? run.data() : run.addresses();
    }

    /** One run and the folder it keeps its data in; the folder stays for a look afterwards. */
    private record Run(Addresses addresses, Path data, AutoCloseable dossier)
            implements ExtensionContext.Store.CloseableResource {

        static Run start(Map<String, String> environment) {
            if (environment.containsKey("INZAGE_JOURNEY_PORTAL_URL")) {
                return new Run(
                        new Addresses(
                                URI.create(environment.get("INZAGE_JOURNEY_PORTAL_URL")),
                                URI.create(environment.get("INZAGE_JOURNEY_FHIR_URL")),
                                URI.create(environment.get("INZAGE_JOURNEY_ISSUER")),
                                URI.create(environment.get("INZAGE_JOURNEY_DIGID")),
                                URI.create("http://127.0.0.1:8787"),
                                URI.create("http://127.0.0.1:8090")),
                        Path.of(environment.getOrDefault("INZAGE_DATA", "../data")),
                        () -> {});
            }
            StartCommand command = null;
            try {
                Path folder = Files.createTempDirectory(
                        Files.createDirectories(Path.of("target/journeys")).toAbsolutePath(), "data");
                command = new StartCommand(
                        Path.of("..").toAbsolutePath().normalize(),
                        folder,
                        Ports.free(),
                        System.out,
                        Clock.systemUTC());
                return new Run(command.start(), folder, command::stop);
            } catch (StartRefused | IOException | InterruptedException e) {
                if (command != null) {
                    command.stop();
                }
                throw new IllegalStateException(e.getMessage(), e);
            }
        }

        @Override
        public void close() throws Exception {
            dossier.close();
        }
    }
}
