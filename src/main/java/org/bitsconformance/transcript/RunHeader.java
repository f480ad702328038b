package org.bitsconformance.transcript;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.protocol.Side;

/**
 * The settings of a run, from before it sent anything. On disk it is one flat object.
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

    private static final Set<Side> SERVER_ALONE = Collections.unmodifiableSet(EnumSet.of(Side.SERVER));

    /** Order of a merged run whose shards were driven in different orders. */
    public static final String MIXED_ORDER = "mixed";

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
     * @param maxUpload largest upload that the target accepts, in bytes, if declared
     * @param maxFragment largest fragment that the target accepts, in bytes, if declared
     * @param declared what else was declared; empty in records of older versions
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
     * @param sides whose requirements are judged; the server's alone unless the packets come from somebody else's client
     */
    public record Judging(Dialect dialect, boolean strict, Set<Side> sides) {

        public Judging {
            sides = sides == null ? SERVER_ALONE : Collections.unmodifiableSet(EnumSet.copyOf(sides));
        }

        /** How a run of the suite's own packets is judged. */
        public Judging(Dialect dialect, boolean strict) {
            this(dialect, strict, SERVER_ALONE);
        }

        /** Whether a side is judged. */
        public boolean of(Side side) {
            return sides.contains(side);
        }
    }

    /**
     * Which cases are driven.
     *
     * @param plan name of the test plan
     * @param selected ids of the cases that are driven, in the order of the plan
     * @param order in which they are driven: {@link #PLAN_ORDER}, the seed of a random order in decimal digits, or
     *     {@link #MIXED_ORDER}
     * @param shard which part of the plan it is; empty if the run has the whole plan
     * @param planned ids of all cases that the plan selected, if the run is a part of it
     * @param shards the parts that the record was merged from, including missing ones; none in the record of a run
     * @param scale how much is driven; empty if no selected case leaves that open
     */
    public record Cases(
            String plan,
            List<String> selected,
            String order,
            Optional<Shard> shard,
            List<String> planned,
            List<MergedShard> shards,
            Optional<Scale> scale) {

        public Cases {
            order = order == null ? PLAN_ORDER : order;
            shard = shard == null ? Optional.empty() : shard;
            planned = planned == null ? List.of() : List.copyOf(planned);
            shards = shards == null ? List.of() : List.copyOf(shards);
            scale = scale == null ? Optional.empty() : scale;
        }

        /** The cases of a run that has the whole plan. */
        public Cases(String plan, List<String> selected, String order) {
            this(plan, selected, order, Optional.empty(), List.of(), List.of(), Optional.empty());
        }

        /** The plan, and which part of it this is. */
        public String planAndShard() {
            return plan
                    + shard.map(one -> ", shard " + one)
                            .orElse(shards.isEmpty() ? "" : ", " + shards.size() + " shards");
        }

        /** Ids of the plan's cases that belong to other shards. */
        public List<String> leftToOthers() {
            Set<String> own = new HashSet<>(selected);
            return planned.stream().filter(id -> !own.contains(id)).toList();
        }

        /** Why a case was not driven, if its shard says so. */
        public Optional<String> reasonOfShard(String caseId) {
            int place = shards.isEmpty() ? -1 : selected.indexOf(caseId);
            return place < 0
                    ? Optional.empty()
                    : Optional.of(shards.get(place % shards.size()).reason()).filter(reason -> !reason.isEmpty());
        }
    }

    /** Whether somebody else's client sent the packets, so that they cannot be sent again. */
    public boolean foreign() {
        return judging.of(Side.CLIENT);
    }

    /** A copy that declares something else about the target. */
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
