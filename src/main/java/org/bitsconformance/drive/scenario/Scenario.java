package org.bitsconformance.drive.scenario;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.bitsconformance.drive.client.Adaptation.Subject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * A way of driving a server. The method takes the {@link Case} and a
 * {@link org.bitsconformance.drive.client.BitsClient}; it is called once for each row of the scenario's table, or once
 * if there is no table.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "{0}")
@ArgumentsSource(CasesOfScenario.class)
public @interface Scenario {

    /** Words joined by hyphens; never reused for another scenario. */
    String id();

    /** What it does, in a few words. */
    String title();

    /**
     * Whether a plan has to list its whole id to drive it, because it sends what no server should get without its
     * owner's knowledge. No glob selects it, so no plan does so by accident.
     */
    boolean onlyByName() default false;

    /** What stays as the scenario has it even if the target takes uploads only in an adapted form. */
    Subject[] about() default {};

    /** What it leaves to the user of the suite, by an option. */
    Measure[] scaled() default {};

    /** Whether it waits for a second or more, so that it starts early if cases run at once. */
    boolean rests() default false;

    /** Ids of the requirements that each case exists to exercise: every case must judge each of them. */
    String[] exercises();

    /** What an option can scale in a scenario. */
    enum Measure {
        /** Bytes of a large upload. */
        SIZE,
        /** Uploads at the same time. */
        UPLOADS
    }
}
