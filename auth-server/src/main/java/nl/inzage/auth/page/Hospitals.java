package nl.inzage.auth.page;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.inzage.auth.session.LoggedIn;
import nl.inzage.policy.book.HospitalPolicy;
import nl.inzage.policy.book.PolicyBook;
import nl.inzage.policy.identity.HospitalId;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Whose page it is, for the templates, which call it {@code @hospitals}. */
@Component("hospitals")
public class Hospitals {

    private final PolicyBook policies;

    Hospitals(PolicyBook policies) {
        this.policies = policies;
    }

    /**
     * The name of a hospital.
     *
     * @param ofAccount the hospital of the account that is logging in, or null; then it is that of the person who is
     *     logged in, or of the only hospital there is
     * @return the name, or an empty text
     */
    public String name(String ofAccount) {
        return known(ofAccount).map(HospitalPolicy::name).orElse("");
    }

    /** Where that hospital helps; null when it is not known which one it is. */
    public HospitalHelp help(String ofAccount) {
        return known(ofAccount).map(HospitalHelp::of).orElse(null);
    }

    /** Where the hospital of the person who is logged in helps, or else each of them, by name. */
    public List<HospitalHelp> helping() {
        return known(null)
                .map(List::of)
                .orElseGet(() -> policies.hospitals().stream()
                        .map(policies::require)
                        .sorted(Comparator.comparing(HospitalPolicy::name))
                        .toList())
                .stream()
                .map(HospitalHelp::of)
                .toList();
    }

    private Optional<HospitalPolicy> known(String ofAccount) {
        return Optional.ofNullable(ofAccount)
                .map(HospitalId::new)
                .or(Hospitals::ofPerson)
                .or(this::theOnlyOne)
                .flatMap(policies::of);
    }

    private static Optional<HospitalId> ofPerson() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof LoggedIn person
                ? Optional.of(new HospitalId(person.getPrincipal().hospital()))
                : Optional.empty();
    }

    private Optional<HospitalId> theOnlyOne() {
        return policies.hospitals().size() == 1 ? policies.hospitals().stream().findFirst() : Optional.empty();
    }
}
