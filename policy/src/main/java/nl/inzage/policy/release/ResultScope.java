package nl.inzage.policy.release;

import java.util.EnumSet;
import java.util.Set;

/**
 * Which sorts of results a hospital shows at all; Maastricht UMC+ shows clinical chemistry and haematology only (F32).
 *
 * @param only the categories that are shown; empty means all
 */
public record ResultScope(Set<ResultCategory> only) {

    public ResultScope {
        only = Set.copyOf(only);
    }

    /** Every category must be within; "laboratory" says nothing beside the name of a discipline. */
    boolean covers(Set<ResultCategory> categories) {
        if (only.isEmpty()) {
            return true;
        }
        if (categories.isEmpty()) {
            return false;
        }
        Set<ResultCategory> named = EnumSet.copyOf(categories);
        if (named.size() > 1) {
            named.remove(ResultCategory.LABORATORY);
        }
        return only.containsAll(named);
    }
}
