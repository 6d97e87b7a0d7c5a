package nl.inzage.fhir.narrow;

import java.security.SecureRandom;
import org.springframework.jdbc.core.JdbcTemplate;

/** The key of paging cursors: made once for an installation and kept where only the writing role can read it. */
final class CursorKey {

    private static final String NAME = "cursor";

    private CursorKey() {}

    static byte[] of(JdbcTemplate writer) {
        byte[] candidate = new byte[32];
        new SecureRandom().nextBytes(candidate);
        writer.update(
                "insert into released.secret (name, value) values (?, ?) on conflict (name) do nothing",
                NAME,
                candidate);
        return writer.queryForObject("select value from released.secret where name = ?", byte[].class, NAME);
    }
}
