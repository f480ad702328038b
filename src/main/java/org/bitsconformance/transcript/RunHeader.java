package org.bitsconformance.transcript;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.bitsconformance.protocol.Dialect;

/**
 * What the run was told before it sent anything.
 *
 * @param format version of the record's format, {@link #FORMAT}
 * @param suite name and version of the suite, as in {@code User-Agent}
 * @param startedAt when the run began; times in later events count from here
 * @param url where to upload, without credentials
 * @param mode {@code upload} or {@code upload-reply}
 * @param readback how a finished upload can be read back, as declared: {@code auto}, {@code none}, {@code url}, {@code dir}
 * @param dialect which document decides where the two disagree
 * @param plan name of the test plan
 * @param selected ids of the cases that the plan selected, in order
 * @param timeoutMillis longest time from the last byte of a request to the last byte of its answer
 * @param maxUpload largest upload that the target takes, in bytes, where declared
 * @param maxFragment largest fragment that the target takes, in bytes, where declared
 * @param declared what else was declared; nothing in a record of a version that did not know of it
 * @param order in which the cases are driven: {@link #PLAN_ORDER}, or the seed of a random order in decimal digits
 * @param strict whether a broken SHOULD fails the run
 */
public record RunHeader(
        int format,
        String suite,
        Instant startedAt,
        String url,
        String mode,
        String readback,
        Dialect dialect,
        String plan,
        List<String> selected,
        long timeoutMillis,
        OptionalLong maxUpload,
        OptionalLong maxFragment,
        Declared declared,
        String order,
        boolean strict)
        implements Event {

    /** The format that this version writes and reads. */
    public static final int FORMAT = 1;

    /** The order of the plan. */
    public static final String PLAN_ORDER = "plan";

    /** Of a run that a broken SHOULD does not fail. */
    public RunHeader(
            int format,
            String suite,
            Instant startedAt,
            String url,
            String mode,
            String readback,
            Dialect dialect,
            String plan,
            List<String> selected,
            long timeoutMillis,
            OptionalLong maxUpload,
            OptionalLong maxFragment,
            Declared declared,
            String order) {
        this(
                format,
                suite,
                startedAt,
                url,
                mode,
                readback,
                dialect,
                plan,
                selected,
                timeoutMillis,
                maxUpload,
                maxFragment,
                declared,
                order,
                false);
    }

    public RunHeader {
        declared = declared == null ? Declared.NOTHING : declared;
        order = order == null ? PLAN_ORDER : order;
    }

    /** The same run, of a target of which something else is declared. */
    public RunHeader declaring(Declared other) {
        return new RunHeader(
                format,
                suite,
                startedAt,
                url,
                mode,
                readback,
                dialect,
                plan,
                selected,
                timeoutMillis,
                maxUpload,
                maxFragment,
                other,
                order,
                strict);
    }
}
