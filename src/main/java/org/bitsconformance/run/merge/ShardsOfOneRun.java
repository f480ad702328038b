package org.bitsconformance.run.merge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bitsconformance.run.UsageException;
import org.bitsconformance.transcript.Probed;
import org.bitsconformance.transcript.RunHeader;
import org.bitsconformance.transcript.http.Excerpt;

/**
 * Checks that records are shards of one run: with the same cases, target and options, each present once. Each shard may
 * drive a copy of the server on its own machine, so ports of loopback addresses may differ.
 */
final class ShardsOfOneRun {

    private static final Pattern LOOPBACK_PORT = Pattern.compile("(localhost|127(?:\\.\\d{1,3}){3}|\\[::1]):\\d{1,5}");

    /** Shards that began further apart than this saw different servers, or their clocks are wrong. */
    private static final Duration FURTHEST_APART = Duration.ofDays(366);

    /** What must be the same, by its name in messages. */
    private static final Map<String, Function<RunHeader, Object>> SAME = same();

    private ShardsOfOneRun() {}

    private static Map<String, Function<RunHeader, Object>> same() {
        Map<String, Function<RunHeader, Object>> same = new LinkedHashMap<>();
        same.put("version of the suite", header -> header.origin().suite());
        same.put(
                "number of shards",
                header -> header.cases().shard().orElseThrow().of());
        same.put("plan", header -> header.cases().plan());
        same.put("scale", header -> header.cases().scale());
        same.put("target", header -> header.target().url());
        same.put("mode", header -> header.target().mode());
        same.put("dialect", header -> header.judging().dialect().optionName());
        same.put("option --strict", header -> header.judging().strict());
        same.put("option --readback", header -> header.target().readback());
        same.put("time limit", header -> header.target().timeoutMillis() + " ms");
        same.put("largest upload", header -> header.target().maxUpload());
        same.put("largest fragment", header -> header.target().maxFragment());
        return same;
    }

    /**
     * The shards in the order of their numbers.
     *
     * @throws UsageException when they belong to different runs; names the first difference
     */
    static List<ShardRecord> of(List<ShardRecord> records) {
        ShardRecord first = records.get(0);
        for (ShardRecord other : records) {
            SAME.forEach((word, value) -> check(word, first, other, value));
            if (!other.header().cases().planned().equals(first.header().cases().planned())) {
                throw new UsageException(
                        "not shards of one run: plan " + first.header().cases().plan() + " selects other cases in "
                                + other.folder() + " than in " + first.folder());
            }
            if (!declared(other).equals(declared(first))) {
                throw new UsageException("not shards of one run: what is declared of the target differs between "
                        + first.folder() + " and " + other.folder());
            }
            if (Duration.between(first.startedAt(), other.startedAt()).abs().compareTo(FURTHEST_APART) > 0) {
                throw new UsageException("not shards of one run: " + first.folder() + " and " + other.folder()
                        + " began over a year apart");
            }
            checkServer(first, other);
        }
        List<ShardRecord> sorted = new ArrayList<>(records);
        sorted.sort(Comparator.comparingInt(one -> one.shard().number()));
        for (int i = 1; i < sorted.size(); i++) {
            ShardRecord before = sorted.get(i - 1);
            ShardRecord one = sorted.get(i);
            if (before.shard().equals(one.shard())) {
                throw new UsageException(
                        "shard " + one.shard() + " is given twice: in " + before.folder() + " and in " + one.folder());
            }
        }
        return sorted;
    }

    private static void check(String word, ShardRecord first, ShardRecord other, Function<RunHeader, Object> value) {
        Object here = value.apply(first.header());
        Object there = value.apply(other.header());
        if (!portless(here).equals(portless(there))) {
            throw differ(word, first, here, other, there);
        }
    }

    private static void checkServer(ShardRecord first, ShardRecord other) {
        Optional<String> here = first.probed().flatMap(Probed::server);
        Optional<String> there = other.probed().flatMap(Probed::server);
        if (here.isPresent() && there.isPresent() && !here.equals(there)) {
            throw differ("Server header", first, here.get(), other, there.get());
        }
    }

    private static UsageException differ(String word, ShardRecord first, Object here, ShardRecord other, Object there) {
        return new UsageException("not shards of one run: the " + word + " is " + shown(here) + " in " + first.folder()
                + " and " + shown(there) + " in " + other.folder());
    }

    private static String shown(Object value) {
        return Excerpt.of(value.toString());
    }

    private static String declared(ShardRecord record) {
        return portless(record.header().target().declared());
    }

    private static String portless(Object value) {
        return LOOPBACK_PORT.matcher(value.toString()).replaceAll("$1");
    }
}
