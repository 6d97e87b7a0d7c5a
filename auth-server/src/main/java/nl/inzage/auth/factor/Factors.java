package nl.inzage.auth.factor;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** All ways in beside password and SMS that people add themselves. */
@Component
public class Factors {

    private final List<FactorPart> parts;

    Factors(List<FactorPart> parts) {
        this.parts = parts;
    }

    /** Leaves an account with none of them. */
    public void removeAll(UUID account) {
        parts.forEach(part -> part.removeAll(account));
    }
}
