package org.bitsconformance.rule.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bitsconformance.requirement.Catalogue;
import org.bitsconformance.requirement.Requirement;
import org.bitsconformance.rule.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleBookTests {

    private static final List<String> CATALOGUE =
            Catalogue.load().tested().stream().map(Requirement::id).toList();

    static Stream<Rule> rules() {
        return RuleBook.all().stream();
    }

    @Test
    void hasARuleForEveryTestedRequirementInTheOrderOfTheCatalogue() {
        assertThat(RuleBook.all().stream().map(Rule::requirement).distinct()).containsExactlyElementsOf(CATALOGUE);
    }

    @Test
    void hasNoRuleTwice() {
        assertThat(RuleBook.all().stream().map(Rule::name)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isAskedForEveryRule(Rule rule) {
        List<Rule> asked = new ArrayList<>(RuleBook.ofExchanges());
        asked.addAll(RuleBook.ofCases());
        asked.addAll(RuleBook.ofRuns());

        assertThat(asked).containsOnlyOnce(rule);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleIsSeenToHoldAndToBreak(Rule rule) throws ClassNotFoundException {
        Class<?> tests = Class.forName(rule.getClass().getName() + "Tests");
        List<String> names = Arrays.stream(tests.getDeclaredMethods())
                .filter(method ->
                        method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(ParameterizedTest.class))
                .map(java.lang.reflect.Method::getName)
                .toList();

        assertThat(names).anyMatch(name -> name.startsWith("holds")).anyMatch(name -> name.startsWith("breaks"));
    }
}
