package nl.inzage.fhir.view;

/** What the released view and the store do not agree on. */
record Difference(ResourceKey key, Kind kind) {

    /** In what they differ. */
    enum Kind {
        /** The view lacks a resource, or an older version that may still be seen. */
        MISSING(false),
        /** The store has it, the view remembers that it was deleted. */
        REVIVED(false),
        /** What a version named is there without the version; nobody sees it. */
        LEFT_OVER(false),
        /** The view has a resource or a version that the store does not have. */
        SURPLUS(true),
        /** The newest version of the view is not the store's. */
        OTHER_VERSION(true),
        /** A row has another stamp than the one that was made for it. */
        OTHER_STAMP(true),
        /** What a row names is not what it says it names, or in another dossier. */
        OTHER_LINKS(true);

        private final boolean exposes;

        Kind(boolean exposes) {
            this.exposes = exposes;
        }

        /** Whether somebody may see by it what he may not. */
        boolean exposes() {
            return exposes;
        }
    }
}
