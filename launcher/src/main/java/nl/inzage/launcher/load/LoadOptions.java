package nl.inzage.launcher.load;

/**
 * How a folder is loaded.
 *
 * @param parallelism how many transactions at a time
 * @param retryRefused whether files that were refused before are sent again
 * @param retryUnsure whether files that may have been stored before are sent again, at the risk of storing them twice
 */
public record LoadOptions(int parallelism, boolean retryRefused, boolean retryUnsure) {

    /** Two at a time; what was refused is tried again, what may be stored is not. */
    public static final LoadOptions USUAL = new LoadOptions(2, true, false);

    public LoadOptions {
        if (parallelism < 1 || parallelism > 16) {
            throw new IllegalArgumentException("The number of transactions at a time is 1 to 16");
        }
    }
}
