package nl.inzage.portal.results;

import nl.inzage.portal.fhir.Dossier;
import nl.inzage.portal.notation.Notation;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Laboratory results, and one of them with what it was before. */
@Controller
class ResultsPage {

    private final ResultsReader results;
    private final ResultReader result;

    ResultsPage(ResultsReader results, ResultReader result) {
        this.results = results;
        this.result = result;
    }

    @GetMapping("/uitslagen")
    String all(
            @RequestParam(name = "jaar", required = false) Integer year,
            Dossier dossier,
            Notation notation,
            Model model) {
        boolean known = year != null && year > 1900 && year < 3000;
        model.addAttribute("view", known ? results.of(year, dossier, notation) : results.newest(dossier, notation));
        return "results/page";
    }

    @GetMapping("/uitslagen/{id}")
    String one(@PathVariable("id") String id, Dossier dossier, Notation notation, Model model) {
        model.addAttribute("view", result.read(id, dossier, notation));
        return "results/result";
    }
}
