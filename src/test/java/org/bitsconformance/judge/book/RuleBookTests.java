package org.bitsconformance.judge.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Rule;
import org.bitsconformance.judge.ack.AckRules;
import org.bitsconformance.judge.application.ApplicationRules;
import org.bitsconformance.judge.client.ClientRules;
import org.bitsconformance.judge.create.CreateRules;
import org.bitsconformance.judge.download.DownloadRules;
import org.bitsconformance.judge.session.SessionRules;
import org.bitsconformance.protocol.Side;
import org.bitsconformance.requirement.Catalogue;
import org.bitsconformance.requirement.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleBookTests {

    private static final List<String> CATALOGUE =
            Catalogue.load().tested().stream().map(Requirement::id).toList();

    private static final Map<Class<?>, List<Rule>> TABLES = Map.of(
            AckRules.class, AckRules.all(),
            CreateRules.class, CreateRules.all(),
            SessionRules.class, SessionRules.all(),
            ApplicationRules.class, ApplicationRules.all(),
            DownloadRules.class, DownloadRules.all(),
            ClientRules.class, List.copyOf(ClientRules.all()));

    static Stream<Rule> rules() {
        return Stream.concat(RuleBook.all().stream(), RuleBook.aboutClients().stream());
    }

    @Test
    void hasARuleForEveryTestedRequirement() {
        List<String> judged =
                RuleBook.all().stream().map(Rule::requirement).distinct().toList();
        assertThat(CATALOGUE)
                .filteredOn(requirement -> !judged.contains(requirement))
                .as("requirements.yaml has requirements without a rule: add a row or a class to a table of judge,"
                        + " such as judge/ack/AckRules.java")
                .isEmpty();
        assertThat(judged)
                .filteredOn(requirement -> !CATALOGUE.contains(requirement))
                .as("rules without a requirement: add it to src/main/resources/catalogue/requirements.yaml")
                .isEmpty();
    }

    @Test
    void hasOneRuleForEachRequirementThatIsTestedOfClients() {
        assertThat(RuleBook.aboutClients())
                .extracting(CaseRule::requirement)
                .containsExactlyElementsOf(Catalogue.load().tested(EnumSet.of(Side.CLIENT)).stream()
                        .map(Requirement::id)
                        .toList());
    }

    @Test
    void hasEachRuleOnce() {
        List<String> names = rules().map(Rule::name).toList();
        assertThat(names)
                .filteredOn(name -> Collections.frequency(names, name) > 1)
                .as("names that two rules have")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void asksEveryRule(Rule rule) {
        List<Rule> asked = new ArrayList<>(RuleBook.ofExchanges());
        asked.addAll(RuleBook.ofCases());
        asked.addAll(RuleBook.ofRuns());
        asked.addAll(RuleBook.aboutClients());

        assertThat(asked).containsOnlyOnce(rule);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleIsSeenToHoldAndToBreak(Rule rule) {
        List<String> names = Arrays.stream(testsOf(rule).getDeclaredMethods())
                .filter(method ->
                        method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(ParameterizedTest.class))
                .map(java.lang.reflect.Method::getName)
                .toList();

        assertThat(names)
                .as(rule.name() + "Tests needs a test whose name begins with holds, and one that begins with breaks")
                .anyMatch(name -> name.startsWith("holds"))
                .anyMatch(name -> name.startsWith("breaks"));
    }

    private static Class<?> testsOf(Rule rule) {
        String name = packageOf(rule) + "." + rule.name().replaceAll("\\W.*", "") + "Tests";
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError("a rule without tests: add src/test/java/" + name.replace('.', '/') + ".java", e);
        }
    }

    /** The package of the table that has the rule. */
    private static String packageOf(Rule rule) {
        return TABLES.entrySet().stream()
                .filter(table -> table.getValue().contains(rule))
                .map(table -> table.getKey().getPackageName())
                .findFirst()
                .orElseThrow();
    }
}
