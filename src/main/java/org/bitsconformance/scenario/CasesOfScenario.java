package org.bitsconformance.scenario;

import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Hands JUnit the cases of a scenario. */
final class CasesOfScenario implements ArgumentsProvider {

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        String id =
                context.getRequiredTestMethod().getAnnotation(Scenario.class).id();
        return CaseTable.of(id).stream().map(Arguments::of);
    }
}
