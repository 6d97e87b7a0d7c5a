package nl.inzage.bench.speed;

import java.util.List;

/** A server and the people whose dossiers it is asked for, in the same order on both. */
record Side(Target target, List<Person> people) {}
