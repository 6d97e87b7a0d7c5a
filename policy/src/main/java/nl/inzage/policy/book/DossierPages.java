package nl.inzage.policy.book;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.inzage.policy.dossier.DossierRules;
import nl.inzage.policy.dossier.DossierStart;
import nl.inzage.policy.dossier.PaperRules;
import nl.inzage.policy.dossier.TermRules;
import nl.inzage.policy.identity.LocationId;

/** Reads what a hospital says about the dossier. */
final class DossierPages {

    private static final String VISIBLE_FROM = "dossier.visibleFrom";

    private final PolicyPage page;
    private final Set<LocationId> locations;

    DossierPages(PolicyPage page, Set<LocationId> locations) {
        this.page = page;
        this.locations = locations;
    }

    DossierRules read() {
        return new DossierRules(
                start(),
                page.get("dossier.refresh", Shapes.choice(DossierRules.Refresh.class)),
                new TermRules(
                        page.get("dossier.termExplanation", Shapes.choices(TermRules.Place.class)),
                        page.get("dossier.termExplanation.devices", Shapes.choice(TermRules.Devices.class))),
                new PaperRules(
                        page.get("paper.print", Shapes.choices(PaperRules.Page.class)),
                        page.get("paper.download", Shapes.choices(PaperRules.Page.class))));
    }

    private DossierStart start() {
        Optional<LocalDate> olderAgreements = page.get("dossier.olderAgreementsBefore", Shapes.orNone(Shapes.date()));
        if (locations.isEmpty()) {
            return new DossierStart(page.get(VISIBLE_FROM, Shapes.orNone(Shapes.date())), Map.of(), olderAgreements);
        }
        Optional<Map<LocationId, LocalDate>> dates =
                page.get(VISIBLE_FROM, Shapes.orNone(CareShapes.datesByLocation()));
        page.require(
                dates.filter(each -> !each.keySet().equals(locations)).isEmpty(),
                VISIBLE_FROM,
                "must have a date for each of " + HospitalPages.names(locations));
        return new DossierStart(Optional.empty(), dates.orElse(Map.of()), olderAgreements);
    }
}
