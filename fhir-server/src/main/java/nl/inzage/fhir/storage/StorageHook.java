package nl.inzage.fhir.storage;

/**
 * A Spring bean whose methods carry HAPI's {@code @Hook}: it is told of every read and write of the store, also of
 * those that do not pass a door (jobs, own code), inside HAPI's transaction where the pointcut is.
 */
public interface StorageHook {}
