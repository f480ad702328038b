package org.bitsconformance.plan;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.bitsconformance.target.Budget;

/** The keys of the block {@code budget} of a plan file. */
final class BudgetParser {
    static final String BLOCK = "budget";
    static final List<String> KEYS = List.of("requests", "bytes");

    private BudgetParser() {}

    static Budget parse(YamlFields plan) {
        return plan.block(BLOCK, KEYS)
                .map(fields -> {
                    Budget budget = new Budget(
                            most(fields, "requests", Counts::parse), most(fields, "bytes", ByteSizes::parse));
                    if (budget.equals(Budget.UNLIMITED)) {
                        throw plan.problem(BLOCK, "must have \"requests\", \"bytes\" or both");
                    }
                    return budget;
                })
                .orElse(Budget.UNLIMITED);
    }

    private static OptionalLong most(YamlFields fields, String key, Function<String, ? extends Number> parser) {
        return fields.value(key, parser)
                .map(number -> OptionalLong.of(number.longValue()))
                .orElse(OptionalLong.empty());
    }
}
