package org.bitsconformance.plan;

import java.util.List;
import org.bitsconformance.target.NotificationSettings;

/** The keys of a plan file, and the plan that they make. */
final class PlanFile {
    static final List<String> KEYS =
            List.of("name", "title", "include", "exclude", "timeout", BudgetParser.BLOCK, NotificationParser.BLOCK);

    private PlanFile() {}

    static Plan parse(TextFile source) {
        YamlFields fields = new YamlFields(source, KEYS, text -> text);
        Plan plan = new Plan(
                fields.required("name", SingleLine::parse),
                fields.required("title", SingleLine::parse),
                fields.list("include", SingleLine::parse).orElseThrow(() -> fields.problem("include", "is missing")),
                fields.list("exclude", SingleLine::parse).orElse(List.of()),
                fields.value("timeout", Durations::parse),
                BudgetParser.parse(fields),
                fields.value(NotificationParser.BLOCK, NotificationSettings.Type::parse)
                        .orElse(NotificationSettings.Type.NONE));
        if (plan.include().isEmpty()) {
            throw fields.problem("include", "must have at least one entry; \"*\" is every scenario");
        }
        return plan;
    }
}
