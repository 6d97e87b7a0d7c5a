package nl.inzage.fhir.view;

import java.util.Collection;
import java.util.List;

/** Types and ids as two arrays of one order: how a whole batch goes to the database in one statement. */
final class Keys {

    private Keys() {}

    static String[] types(Collection<ResourceKey> keys) {
        return keys.stream().map(ResourceKey::type).toArray(String[]::new);
    }

    static String[] ids(Collection<ResourceKey> keys) {
        return keys.stream().map(ResourceKey::id).toArray(String[]::new);
    }

    static String[] array(List<String> texts) {
        return texts.toArray(String[]::new);
    }
}
