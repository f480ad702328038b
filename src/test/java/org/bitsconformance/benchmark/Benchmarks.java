package org.bitsconformance.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.bitsconformance.benchmark.Child.Cost;
import org.bitsconformance.transcript.Event;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.RecordReader;
import org.bitsconformance.transcript.RunEnd;
import org.bitsconformance.transcript.RunHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures what the suite costs and writes {@code docs/benchmarks.md}: {@code mvn -q test -Dtest=Benchmarks}. It
 * asserts nothing, since a busy machine is not a defect. No other build runs it, since its name does not end like a
 * test's.
 */
class Benchmarks {

    private static final int TIMES = 3;
    private static final Path PAGE = Path.of("docs", "benchmarks.md");

    @TempDir
    Path folder;

    private final List<String> rows = new ArrayList<>();

    /**
     * A run with plan full against a server in another process, and the bare client with the same requests.
     *
     * @param run what the run cost
     * @param suite seconds that the suite took for the requests that the bare client can send
     * @param bare seconds that the bare client took for them
     * @param suiteRate exchanges per second of the suite in the case with the most of them
     * @param bareRate the same of the bare client
     * @param reports seconds from the end of the record to the end of the process
     * @param exchanges that both sent
     */
    private record Whole(
            Cost run, double suite, double bare, double suiteRate, double bareRate, double reports, int exchanges) {}

    @Test
    void write() throws IOException {
        Child.run("--version"); // builds the jar and its archive of classes
        List<Double> first = times(this::firstPacket);
        row("first packet, `run --only ping`", "0.35 s", first, "s");
        List<Cost> smoke = times(() -> Child.run("run", "--plan", "smoke", "--out", out("smoke")));
        row("`run --plan smoke`, wall", "1.5 s", of(smoke, Cost::seconds), "s");
        row("`run --plan smoke`, CPU", "", of(smoke, Cost::cpuSeconds), "s");
        List<Cost> run = times(() -> Child.run("run", "--out", out("run")));
        row("`run`, wall", "8 s", of(run, Cost::seconds), "s");
        row("`run`, CPU", "", of(run, Cost::cpuSeconds), "s");
        row("`run`, peak memory", "300 MB", of(run, Cost::peakMegabytes), "MB");
        List<Whole> whole = times(this::whole);
        row("plan `full` against a server in another process, wall", "5 s", of(whole, one -> one.run.seconds()), "s");
        row("the same, CPU", "5 s", of(whole, one -> one.run.cpuSeconds()), "s");
        row("its requests that a plain client can send: the suite", "", of(whole, Whole::suite), "s");
        row("the same requests by the bare client", "", of(whole, Whole::bare), "s");
        row("ratio of the two", "", of(whole, one -> one.suite / one.bare), "");
        row("exchanges per second in the case with the most: the suite", "2,660", of(whole, Whole::suiteRate), "/s");
        row("the same case by the bare client", "", of(whole, Whole::bareRate), "/s");
        row("reports, share of the run", "10 %", of(whole, one -> 100 * one.reports / one.run.seconds()), "%");
        for (String uploads : List.of("25", "250")) {
            row(
                    "plan `concurrent` with " + uploads + " uploads",
                    "",
                    of(times(() -> driven("concurrent", "--uploads", uploads)), Cost::seconds),
                    "s");
        }
        for (String size : List.of("64MiB", "640MiB")) {
            List<Cost> large = times(() -> Child.run("run", "--plan", "large", "--size", size, "--out", out("large")));
            row("`run --plan large --size " + size + "`", "", of(large, Cost::seconds), "s");
            row("the same, peak memory", "", of(large, Cost::peakMegabytes), "MB");
        }
        Files.writeString(PAGE, page(whole.get(0).exchanges));
    }

    /** Seconds from the start of the process to the first connection. */
    private double firstPacket() {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Child child = Child.start(
                        "run",
                        "--only",
                        "ping",
                        "--url",
                        "http://127.0.0.1:" + server.getLocalPort() + "/up/",
                        "--out",
                        out("first"))) {
            server.setSoTimeout(60_000);
            try (Socket socket = server.accept()) {
                socket.getInputStream().read();
                return (System.nanoTime() - child.begin()) / 1e9;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Cost driven(String plan, String... options) {
        try (Child server = Child.start("serve", "--front-end", "socket", "--port", "0")) {
            List<String> words = new ArrayList<>(
                    List.of("run", "--plan", plan, "--url", server.url(), "--readback", "url", "--out", out(plan)));
            words.addAll(List.of(options));
            return Child.run(words.toArray(String[]::new));
        }
    }

    private Whole whole() {
        try {
            Cost cost = driven("full");
            List<Event> events = RecordReader.read(folder.resolve("full").resolve("transcript"));
            List<Exchange> sent = events.stream()
                    .filter(Exchange.class::isInstance)
                    .map(Exchange.class::cast)
                    .filter(BareClient::sendable)
                    .toList();
            Map<String, List<Exchange>> byCase = sent.stream().collect(Collectors.groupingBy(Exchange::caseId));
            List<Exchange> longest = byCase.entrySet().stream()
                    .filter(entry -> !entry.getKey().isEmpty())
                    .map(Map.Entry::getValue)
                    .filter(Benchmarks::onOneConnection)
                    .max(Comparator.comparingInt(List::size))
                    .orElseThrow();
            return new Whole(
                    cost,
                    sent.stream().mapToDouble(Benchmarks::seconds).sum(),
                    replayed(sent).seconds(),
                    longest.size() / span(longest),
                    replayed(longest).perSecond(),
                    Duration.between(endOfRecord(events), cost.ended()).toNanos() / 1e9,
                    sent.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean onOneConnection(List<Exchange> exchanges) {
        return exchanges.stream().map(Exchange::connection).distinct().count() == 1;
    }

    /** The second pass of the same requests: the first one warms up the server, as the run did before. */
    private static BareClient.Pass replayed(List<Exchange> exchanges) throws IOException {
        try (Child server = Child.start("serve", "--front-end", "socket", "--port", "0");
                BareClient client = new BareClient(URI.create(server.url()).getPort())) {
            client.send(exchanges);
            return client.send(exchanges);
        }
    }

    private static double seconds(Exchange exchange) {
        return (exchange.timing().endedMicros() - exchange.timing().startedMicros()) / 1e6;
    }

    private static double span(List<Exchange> exchanges) {
        return (exchanges.get(exchanges.size() - 1).timing().endedMicros()
                        - exchanges.get(0).timing().startedMicros())
                / 1e6;
    }

    private static Instant endOfRecord(List<Event> events) {
        Instant start = ((RunHeader) events.get(0)).origin().startedAt();
        return start.plusMillis(((RunEnd) events.get(events.size() - 1)).durationMillis());
    }

    private String out(String name) {
        return folder.resolve(name).toString();
    }

    private static <T> List<T> times(Supplier<T> measured) {
        List<T> all = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            all.add(measured.get());
        }
        return all;
    }

    private static <T> List<Double> of(List<T> measured, ToDoubleFunction<T> figure) {
        return measured.stream().map(figure::applyAsDouble).toList();
    }

    private void row(String figure, String goal, List<Double> measured, String unit) {
        String each = measured.stream()
                .map(one -> String.format(Locale.ROOT, one >= 100 ? "%,.0f" : "%.2f", one))
                .collect(Collectors.joining(", "));
        rows.add("| " + figure + " | " + goal + " | " + each + (unit.isEmpty() ? "" : " " + unit) + " |");
    }

    private String page(int exchanges) {
        return """
                # Benchmarks

                What the suite costs, measured %d times in a row on %s with %d processors, %s, on %s. `mvn -q test -Dtest=Benchmarks`
                on a machine with nothing else to do measures again and writes this page. Starting Java is part of every figure
                but the rates.

                | figure | goal | measured |
                | --- | --- | --- |
                %s

                **The bare client** sends the requests of the record again over one kept connection and reads the answers. It sends
                the %,d requests that a plain client can send: whole ones that were answered with a length. The seconds of the suite are
                those of the same exchanges, from the first byte sent to the last byte received, without its own work between them.

                ## What stands in the way
                Where a goal is missed, the time goes into four things. The shares are those of a profile of plan `full`; they say what
                there is to win, and differ from machine to machine.

                - **A young Java virtual machine.** About half of the CPU time is spent on loading and verifying thousands of classes and on
                  running code that is not compiled yet. An archive of loaded classes and the quick compiler are in use already; without
                  them it is more. A run of a few seconds ends before its code is as fast as it gets.
                - **A look before each packet.** Before a kept connection is used again, the suite waits 1 ms for bytes that the server
                  sent unasked, or for its end of the connection. Without this look, such bytes would be taken for the answer to the next
                  packet, and a packet on a connection that the server has just ended would be lost: nobody could say whether it was carried
                  out. This alone limits a case to less than 1,000 exchanges a second.
                - **What was asked for.** Judging each Ack by all rules takes about 16 %% of the CPU time, results for Allure
                  11 %%, and the client library, REST Assured with Groovy, 14 %%, though only a few scenarios of plan `full` send by it.
                  Plan `smoke` starts without it.
                - **Digests.** The record has the SHA-256 of each long body, and what is read back is compared by it. The quick compiler
                  does not use the processor's own instructions for it, so large uploads are bound by it.
                """.formatted(
                        TIMES,
                        System.getProperty("os.name"),
                        Runtime.getRuntime().availableProcessors(),
                        "Java " + Runtime.version().feature(),
                        LocalDate.now(ZoneOffset.UTC),
                        String.join("\n", rows),
                        exchanges);
    }
}
