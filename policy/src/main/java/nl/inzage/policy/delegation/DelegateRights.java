package nl.inzage.policy.delegation;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.inzage.policy.ruling.Ruling;

/** What a delegate may do for a patient at a moment: every right, allowed or refused, with the reason. */
public record DelegateRights(Map<DelegateRight, Ruling<DelegateReason>> rulings) {

    public DelegateRights {
        rulings = Map.copyOf(rulings);
        if (rulings.size() < DelegateRight.values().length) {
            throw new IllegalArgumentException("A right without a ruling");
        }
    }

    static DelegateRights of(Function<DelegateRight, Ruling<DelegateReason>> each) {
        Map<DelegateRight, Ruling<DelegateReason>> all = new EnumMap<>(DelegateRight.class);
        for (DelegateRight right : DelegateRight.values()) {
            all.put(right, each.apply(right));
        }
        return new DelegateRights(all);
    }

    public Ruling<DelegateReason> on(DelegateRight right) {
        return rulings.get(right);
    }

    /** The rights that are allowed. */
    public Set<DelegateRight> allowed() {
        return rulings.entrySet().stream()
                .filter(entry -> entry.getValue().isAllowed())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
