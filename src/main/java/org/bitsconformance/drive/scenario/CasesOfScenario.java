package org.bitsconformance.drive.scenario;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;

/**
 * Hands JUnit the cases of a scenario, in the {@link Order} of the run. By the method that every version of JUnit has:
 * the one that replaces it came with 5.13.
 */
final class CasesOfScenario implements ArgumentsProvider {

    @Override
    @SuppressWarnings("deprecation")
    public Stream<? extends Arguments> provideArguments(ExtensionContext context) {
        String id =
                context.getRequiredTestMethod().getAnnotation(Scenario.class).id();
        Optional<String> learned = context.getConfigurationParameter(LearnedCases.PARAMETER);
        if (id.equals(LearnedCases.SCENARIO) && learned.isPresent()) {
            return LearnedCases.read(learned.get()).stream().map(Arguments::of);
        }
        Order order = Order.of(context.getConfigurationParameter(Order.PARAMETER));
        return Scenarios.find(id).orElseThrow().cases(order).stream().map(Arguments::of);
    }
}
