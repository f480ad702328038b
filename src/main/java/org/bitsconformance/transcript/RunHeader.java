package org.bitsconformance.transcript;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.bitsconformance.protocol.Dialect;

/**
 * What the run was told before it sent anything. On disk all of it is one flat object.
 *
 * @param origin where the record comes from
 * @param target which server, and how it is set up
 * @param judging how the run is judged
 * @param cases which cases are driven
 */
public record RunHeader(
        @JsonUnwrapped Origin origin,
        @JsonUnwrapped Tested target,
        @JsonUnwrapped Judging judging,
        @JsonUnwrapped Cases cases)
        implements Event {

    /** The format that this version writes and reads. */
    public static final int FORMAT = 1;

    /** The order of the plan. */
    public static final String PLAN_ORDER = "plan";

    /**
     * Where the record comes from.
     *
     * @param format version of the record's format, {@link #FORMAT}
     * @param suite name and version of the suite, as in {@code User-Agent}
     * @param startedAt when the run began; times in later events count from here
     */
    public record Origin(int format, String suite, Instant startedAt) {}

    /**
     * Which server is driven, and how it is set up.
     *
     * @param url where to upload, without credentials
     * @param mode {@code upload} or {@code upload-reply}
     * @param readback how a finished upload can be read back, as declared: {@code auto}, {@code none}, {@code url},
     *     {@code dir}
     * @param timeoutMillis longest time from the last byte of a request to the last byte of its answer
     * @param maxUpload largest upload that the target takes, in bytes, where declared
     * @param maxFragment largest fragment that the target takes, in bytes, where declared
     * @param declared what else was declared; nothing in a record of a version that did not know of it
     */
    public record Tested(
            String url,
            String mode,
            String readback,
            long timeoutMillis,
            OptionalLong maxUpload,
            OptionalLong maxFragment,
            Declared declared) {

        public Tested {
            declared = declared == null ? Declared.NOTHING : declared;
        }
    }

    /**
     * How the run is judged.
     *
     * @param dialect which document decides where the two disagree
     * @param strict whether a broken SHOULD fails the run
     */
    public record Judging(Dialect dialect, boolean strict) {}

    /**
     * Which cases are driven.
     *
     * @param plan name of the test plan
     * @param selected ids of the cases that the plan selected, in order
     * @param order in which they are driven: {@link #PLAN_ORDER}, or the seed of a random order in decimal digits
     */
    public record Cases(String plan, List<String> selected, String order) {

        public Cases {
            order = order == null ? PLAN_ORDER : order;
        }
    }

    /** The same run, of a target of which something else is declared. */
    public RunHeader declaring(Declared other) {
        Tested otherwise = new Tested(
                target.url,
                target.mode,
                target.readback,
                target.timeoutMillis,
                target.maxUpload,
                target.maxFragment,
                other);
        return new RunHeader(origin, otherwise, judging, cases);
    }
}
