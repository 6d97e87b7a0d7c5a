package nl.inzage.policy.book;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.inzage.policy.identity.HospitalId;
import nl.inzage.policy.identity.LocationId;

/** Turns the page of a hospital into its policy. */
final class HospitalPages {

    private final PolicyPage page;

    HospitalPages(PolicyPage page) {
        this.page = page;
    }

    HospitalPolicy read(HospitalId id) {
        Set<LocationId> locations = Set.copyOf(page.get("hospital.locations", Shapes.list(CareShapes.location())));
        ResultPages results = new ResultPages(page, locations);
        CarePages care = new CarePages(page);
        HospitalPolicy policy = new HospitalPolicy(
                id,
                page.get("hospital.name", Shapes.text()),
                locations,
                new ContactPages(page).read(),
                new AccountPages(page).read(),
                new DossierPages(page, locations).read(),
                results.results(),
                results.letters(),
                care.medication(),
                care.appointments(),
                care.messages(),
                care.person(),
                new DelegationPages(page).read(),
                care.sharing(),
                care.merging(locations),
                care.notifications());
        page.requireNothingElse();
        return policy;
    }

    /** The names of locations, for messages. */
    static String names(Set<LocationId> locations) {
        return new TreeSet<>(locations.stream().map(LocationId::value).toList())
                .stream().collect(Collectors.joining(", "));
    }
}
