package nl.inzage.auth.account;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import nl.inzage.policy.login.NewPassword;
import nl.inzage.policy.ruling.Ruling;
import org.springframework.stereotype.Component;

/** The passwords that are tried first, from a list that is part of the product: nothing is asked of the network. */
@Component
public class CommonPasswords {

    private final Set<String> common = read();

    /** Whether somebody of this hospital may have this password. */
    public Ruling<NewPassword.Reason> judge(String password, String username, String hospital) {
        return NewPassword.judge(password, username, hospital, common::contains);
    }

    private static Set<String> read() {
        try (InputStream list = CommonPasswords.class.getResourceAsStream("/passwords/common.txt")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
