package nl.inzage.auth.journey;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A long journey that is walked in Dutch, and with {@code INZAGE_ENGLISH_WALKS=true} in English as well. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "{0}")
@MethodSource("nl.inzage.auth.journey.Languages#asked")
@interface InDutchFirst {}
