package org.bitsconformance.drive.scenario;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.bitsconformance.drive.client.Adaptation.Subject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * A way of driving a server. The method takes the {@link Case} and a {@link
 * org.bitsconformance.drive.client.BitsClient}; it is called once for each row of the scenario's table, or once where
 * it has none.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "{0}")
@ArgumentsSource(CasesOfScenario.class)
public @interface Scenario {

    /** Words with hyphens between them; never used for another scenario. */
    String id();

    /** What it does, in a few words. */
    String title();

    /**
     * Whether only a plan that lists its whole id drives it, because it asks for what a server is better not asked without
     * its owner's knowledge: no glob selects it, so no plan does by accident.
     */
    boolean onlyByName() default false;

    /** What stays as the scenario has it where the target takes uploads only in another way. */
    Subject[] about() default {};

    /** Ids of the requirements that each case exists to exercise: every one of them must be judged in every case. */
    String[] exercises();
}
