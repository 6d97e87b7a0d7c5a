package nl.inzage.policy.release;

/** What a member of a group is: a report with its observations, documents and files. */
public enum GroupRole {
    /** One result by itself. */
    PART,
    /** A report, document or file that tells what the parts say. */
    CARRIER
}
