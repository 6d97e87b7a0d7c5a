package nl.inzage.fhir.narrow;

import java.util.List;
import java.util.function.Function;

/**
 * A request that is permitted, on its way to the database.
 *
 * @param answer what is made of the rows that come back; throws {@link Refusal}
 */
record Asking(Question question, Function<List<Row>, Answer> answer) {}
