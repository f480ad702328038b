package org.bitsconformance.report.document;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.bitsconformance.result.RunResult;

/**
 * What was tested, and how.
 *
 * @param suite which suite wrote the report
 * @param driven which cases, and in which order
 * @param startedAt ISO 8601 in UTC
 * @param durationMs from the start of the run to its end, in milliseconds
 */
public record ReportHead(
        Product suite,
        Endpoint target,
        @JsonUnwrapped PlanReport driven,
        DialectReport dialect,
        String startedAt,
        long durationMs) {

    /** Name and version of the suite. */
    public record Product(String name, String version) {

        /** Parses a product token such as {@code bits-conformance/0.1.0}. */
        public static Product of(String product) {
            int slash = product.indexOf('/');
            return slash < 0
                    ? new Product(product, "")
                    : new Product(product.substring(0, slash), product.substring(slash + 1));
        }

        /** Both in one text. */
        public String words() {
            return (name + " " + version).strip();
        }
    }

    /**
     * What was tested.
     *
     * @param url where to upload, without credentials
     * @param server the {@code Server} header of the first answer
     */
    public record Endpoint(String url, Optional<String> server) {}

    /** Name of the test plan. */
    public String plan() {
        return driven.plan();
    }

    static ReportHead of(RunResult result) {
        return new ReportHead(
                Product.of(result.header().origin().suite()),
                new Endpoint(result.header().target().url(), result.probed().server()),
                PlanReport.of(result.header().cases()),
                DialectReport.of(result),
                result.header()
                        .origin()
                        .startedAt()
                        .truncatedTo(ChronoUnit.MILLIS)
                        .toString(),
                result.run().durationMillis());
    }
}
