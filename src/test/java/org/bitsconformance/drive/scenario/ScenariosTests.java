package org.bitsconformance.drive.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitsconformance.judge.Rule;
import org.bitsconformance.judge.book.RuleBook;
import org.bitsconformance.requirement.Catalogue;
import org.bitsconformance.requirement.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenariosTests {

    private static final int LONGEST_FILE_NAME = 100;
    private static final Set<String> REQUIREMENTS =
            Catalogue.load().tested().stream().map(Requirement::id).collect(Collectors.toUnmodifiableSet());

    @Test
    void ids_of_scenarios_and_cases_are_used_once() {
        assertThat(Scenarios.all())
                .hasSizeGreaterThan(8)
                .extracting(Scenarios.Described::id)
                .doesNotHaveDuplicates();
        assertThat(cases()).extracting(one -> one.id().toLowerCase(Locale.ROOT)).doesNotHaveDuplicates();
    }

    @Test
    void ordinary_clients_are_used_in_existing_scenarios() {
        assertThat(OrdinaryClient.scenarios())
                .isNotEmpty()
                .allMatch(id -> Scenarios.find(id).isPresent());
        assertThat(OrdinaryClient.sendsIn("ping-in-state")).isTrue();
        assertThat(OrdinaryClient.sendsIn("ping")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_case_id_is_a_safe_file_name_on_windows(Case one) {
        assertThat(one.id())
                .hasSizeLessThanOrEqualTo(LONGEST_FILE_NAME)
                .matches("[A-Za-z0-9.,=+-]+")
                .doesNotEndWith(".")
                .doesNotMatch("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void a_scenario_exercises_requirements_that_exist(Scenarios.Described scenario) {
        assertThat(scenario.id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
        assertThat(scenario.title()).isNotBlank().doesNotEndWith(".");
        assertThat(scenario.requirements())
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allMatch(REQUIREMENTS::contains, "is a requirement with a rule");
        assertThat(scenario.cases()).isNotEmpty().allSatisfy(one -> {
            assertThat(one.scenario()).isEqualTo(scenario.id());
            assertThat(one.id()).startsWith(scenario.id());
            assertThat(one.id()).isIn(idByItsWord(one), idByItsParameters(one));
        });
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void the_rows_of_a_table_have_the_same_parameters(Scenarios.Described scenario) {
        List<String> first = List.copyOf(scenario.cases().get(0).parameters().keySet());
        assertThat(scenario.cases())
                .allSatisfy(one -> assertThat(one.parameters().keySet()).containsExactlyElementsOf(first));
    }

    @Test
    void every_exercised_requirement_has_a_rule_that_judges_it() {
        List<String> judged = RuleBook.all().stream().map(Rule::requirement).toList();
        assertThat(judged)
                .filteredOn(requirement -> Collections.frequency(judged, requirement) > 1)
                .as("requirements that two rules judge: let one rule say it, or make two requirements of it")
                .isEmpty();
        assertThat(judged)
                .filteredOn(requirement -> !REQUIREMENTS.contains(requirement))
                .as("rules without a requirement in src/main/resources/catalogue/requirements.yaml")
                .isEmpty();
        assertThat(REQUIREMENTS)
                .filteredOn(requirement -> !judged.contains(requirement))
                .as("requirements without a rule")
                .isEmpty();
    }

    private static String idByItsWord(Case one) {
        return one.scenario() + "." + one.parameters().get("case");
    }

    private static String idByItsParameters(Case one) {
        String spelt = one.parameters().entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining(","));
        return spelt.isEmpty() ? one.scenario() : one.scenario() + "." + spelt;
    }

    static Stream<Scenarios.Described> scenarios() {
        return Scenarios.all().stream();
    }

    static Stream<Case> cases() {
        return scenarios().flatMap(scenario -> scenario.cases().stream());
    }
}
