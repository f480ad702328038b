package org.bitsconformance.drive.scenario;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Hands JUnit the cases of a scenario, in the {@link Order} of the run. */
final class CasesOfScenario implements ArgumentsProvider {

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
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
