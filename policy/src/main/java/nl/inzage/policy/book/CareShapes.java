package nl.inzage.policy.book;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.inzage.policy.identity.LocationId;
import nl.inzage.policy.login.WorkingDays;
import nl.inzage.policy.release.ResultCategory;
import nl.inzage.policy.release.ResultScope;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;

/** The sorts of values that only a few parameters have. */
final class CareShapes {

    private CareShapes() {}

    static Shape<LocationId> location() {
        return node -> {
            try {
                return new LocationId(Shapes.text().read(node));
            } catch (IllegalArgumentException e) {
                throw new UnfitValue("the short name of a location, in lower-case letters");
            }
        };
    }

    /** A date for each location. */
    static Shape<Map<LocationId, LocalDate>> datesByLocation() {
        return node -> {
            if (!(node instanceof MappingNode mapping) || mapping.getValue().isEmpty()) {
                throw new UnfitValue("a date for each location, such as {amc: 2015-10-25}");
            }
            Map<LocationId, LocalDate> dates = new LinkedHashMap<>();
            for (NodeTuple tuple : mapping.getValue()) {
                LocationId location = location().read(tuple.getKeyNode());
                if (dates.put(location, Shapes.date().read(tuple.getValueNode())) != null) {
                    throw new UnfitValue("one date for each location");
                }
            }
            return dates;
        };
    }

    /** Two numbers of working days: at least, at most. */
    static Shape<WorkingDays> workingDays() {
        return node -> {
            List<Integer> both = Shapes.list(Shapes.number(0, 30)).read(node);
            if (both.size() != 2 || both.get(1) < both.get(0)) {
                throw new UnfitValue("two whole numbers, such as [2, 3]");
            }
            return new WorkingDays(both.get(0), both.get(1));
        };
    }

    /** The word all, or the categories that are shown. */
    static Shape<ResultScope> scope() {
        return node -> {
            if (NodeText.isWord(node, "all")) {
                return new ResultScope(Set.of());
            }
            return new ResultScope(Shapes.someOf(ResultCategory.class).read(node));
        };
    }
}
