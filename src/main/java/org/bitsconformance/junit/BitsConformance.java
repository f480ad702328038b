package org.bitsconformance.junit;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bitsconformance.run.ConformanceRun;
import org.bitsconformance.run.RunPreparation;
import org.bitsconformance.run.RunRequest;
import org.bitsconformance.run.UsageException;
import org.junit.jupiter.api.DynamicNode;

/**
 * A run against a BITS server, as dynamic tests of the build of its authors:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> keepsTheProtocol() {
 *     return BitsConformance.of(server.url()).plan("smoke").tests();
 * }
 * }</pre>
 *
 * <p>The options are those of the command {@code run}, and what is not set has the same default. The reports go to
 * {@link #out}; nothing is printed. Not for use by several threads.
 */
public final class BitsConformance {

    private static final Pattern OPTION = Pattern.compile("--([a-z]+)(?:-([a-z])([a-z]+))?");

    private final Map<String, String> options = new HashMap<>();
    private final List<String> headers = new ArrayList<>();

    private BitsConformance(String option, String value) {
        options.put(option, value);
    }

    /**
     * A run against the server at a URL. If it ends in {@code /}, each upload gets its own name in that folder; if it
     * contains {@code {name}}, the name goes there; otherwise every upload uses it as it is.
     */
    public static BitsConformance of(String url) {
        return new BitsConformance("url", url);
    }

    /** The same for a URI. */
    public static BitsConformance of(URI url) {
        return of(url.toString());
    }

    /** A run against the server that a target file describes (docs/targets.md). */
    public static BitsConformance ofTarget(Path file) {
        return new BitsConformance("target", file.toString());
    }

    /** Takes what the server is like from a target file; its URL stays the one of this run. */
    public BitsConformance target(Path file) {
        return with("target", file.toString());
    }

    /** Name or file of the test plan; by default {@code full}. */
    public BitsConformance plan(String plan) {
        return with("plan", plan);
    }

    /** Only scenarios of the plan whose id matches one of these globs. */
    public BitsConformance only(String... globs) {
        return with("only", String.join(",", globs));
    }

    /** No scenarios whose id matches one of these globs. */
    public BitsConformance skip(String... globs) {
        return with("skip", String.join(",", globs));
    }

    /** Which part of the plan, such as {@code 2/5}, to spread it over several builds. */
    public BitsConformance shard(String shard) {
        return with("shard", shard);
    }

    /** The size of an upload of plan {@code large}, such as {@code 10GiB}. */
    public BitsConformance size(String size) {
        return with("size", size);
    }

    /** How many uploads plan {@code concurrent} has at the same time, from 2 to 256. */
    public BitsConformance uploads(int number) {
        return with("uploads", String.valueOf(number));
    }

    /** The document that decides where they disagree: {@code any} (default), {@code win32}, {@code mc-bup}, {@code windows}. */
    public BitsConformance dialect(String name) {
        return with("dialect", name);
    }

    /** A broken SHOULD fails its tests. */
    public BitsConformance strict() {
        return with("strict", "true");
    }

    /** A file of known failures, which fail no test (docs/baselines.md). */
    public BitsConformance baseline(Path file) {
        return with("baseline", file.toString());
    }

    /** Writes the failures of this run to a file, as a baseline. */
    public BitsConformance writeBaseline(Path file) {
        return with("write-baseline", file.toString());
    }

    /** A header of every request; may be called several times. */
    public BitsConformance header(String name, String value) {
        headers.add(name + ": " + value);
        return this;
    }

    /** Credentials for the server. */
    public BitsConformance user(String name, String password) {
        return with("user", name + ":" + password);
    }

    /** A PEM file of a certificate authority to trust. */
    public BitsConformance ca(Path file) {
        return with("ca", file.toString());
    }

    /** Accepts any certificate. */
    public BitsConformance insecure() {
        return with("insecure", "true");
    }

    /** Sends {@code POST} with {@code X-HTTP-Method-Override: BITS_POST}. */
    public BitsConformance methodOverride() {
        return with("method-override", "true");
    }

    /** The longest time for an answer. */
    public BitsConformance timeout(Duration longest) {
        return with("timeout", longest.toMillis() + "ms");
    }

    /** How finished uploads are read back: {@code auto} (default), {@code none}, {@code url}, {@code dir:PATH}. */
    public BitsConformance readback(String how) {
        return with("readback", how);
    }

    /** How often a failing case is driven again on a fresh session; by default once. */
    public BitsConformance retries(int number) {
        return with("retries", String.valueOf(number));
    }

    /** The order of the cases: {@code plan} (default), {@code random}, or the seed of a random order. */
    public BitsConformance order(String order) {
        return with("order", order);
    }

    /** How many cases are driven at once, if the server serves several connections; by default one. */
    public BitsConformance parallel(int cases) {
        return with("parallel", String.valueOf(cases));
    }

    /**
     * The folder of the reports; an earlier run's are replaced. By default {@code bits-conformance} in {@code target},
     * or in {@code build} if there is no {@code target}. Runs of the same build need one each.
     */
    public BitsConformance out(Path folder) {
        return with("out", folder.toString());
    }

    /**
     * The run as tests, for a {@code @TestFactory}: a container for each scenario with a test for each case, then a
     * container with a test for each requirement, one with a test for each entry of the baseline if there is one, and
     * the verdict of the run. A test is there as soon as its case has ended: the run goes on in a thread of its own,
     * which begins with the first element. A stream that is closed before its end interrupts the run. The reports are
     * written before the container of the requirements is there.
     *
     * <p>Each failure is reported once, at its case if it has one; requirements that failed there are skipped, and name
     * the case. The verdict fails unless the run is conformant.
     *
     * @throws IllegalArgumentException if an option is wrong, or the folder of the reports cannot be written; the
     *     message is one line that names it
     */
    public Stream<DynamicNode> tests() {
        Map<String, String> given = new HashMap<>(options);
        given.putIfAbsent("out", folder().resolve("bits-conformance").toString());
        given.put("header", String.join("\n", headers));
        try {
            RunRequest request = RunRequest.ofProperties(name -> given.get(name.substring("bits.".length())));
            ConformanceRun run = new ConformanceRun(new RunPreparation(System::getenv).prepare(request), ended -> {});
            run.tellOnce();
            return new StreamedRun(run).nodes();
        } catch (UsageException e) {
            throw new IllegalArgumentException(inJava(e.getMessage()), e);
        }
    }

    private static Path folder() {
        return Stream.of("target", "build")
                .map(Path::of)
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(Path.of("target"));
    }

    /** Options by the names of the methods. */
    private static String inJava(String message) {
        return OPTION.matcher(message)
                .replaceAll(found -> found.group(1)
                        + Optional.ofNullable(found.group(2))
                                .map(letter -> letter.toUpperCase(Locale.ROOT) + found.group(3))
                                .orElse(""));
    }

    private BitsConformance with(String option, String value) {
        options.put(option, value);
        return this;
    }
}
