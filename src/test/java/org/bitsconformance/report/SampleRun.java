package org.bitsconformance.report;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.requirement.Catalogue;
import org.bitsconformance.result.Baseline;
import org.bitsconformance.result.Cause;
import org.bitsconformance.result.Finding;
import org.bitsconformance.result.KnownFailure;
import org.bitsconformance.result.Ledger;
import org.bitsconformance.result.Parallel;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.RunTraffic;
import org.bitsconformance.result.SampleFinding;
import org.bitsconformance.result.SelectedCase;
import org.bitsconformance.result.Verdict;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.CaseEnd.Ending;
import org.bitsconformance.transcript.Declared;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Probed;
import org.bitsconformance.transcript.RunHeader;
import org.bitsconformance.transcript.http.WireBytes;

/** Results for reports, added up by the ledger from cases as a run would enter them. */
public final class SampleRun {

    /** A text that tries to break out of its context. */
    public static final String HOSTILE = "<script>alert(1)</script> ]]> --> \"'& ${7*7} <#stop> \u0000\u001B[31m\u0085 "
            + "\u202Edlrow\u2066\u200B\uFEFF\uFFFE \uD800 \uDBFF\uDFFF 😀é\r\nX-Split: yes\n";

    private final String fromServer;
    private final List<SelectedCase> selected = new ArrayList<>();
    private final List<Runnable> entries = new ArrayList<>();
    private final List<KnownFailure> known = new ArrayList<>();
    private final List<Cause> causes = new ArrayList<>();
    private Ledger ledger;
    private int exchanges;

    private SampleRun(String fromServer) {
        this.fromServer = fromServer;
    }

    /** A run with every verdict, of a server that sends {@code fromServer} wherever it can. */
    public static RunResult everyVerdict(String fromServer) {
        SampleRun run = new SampleRun(fromServer);
        run.drivenCases();
        run.unhappyCases();
        run.know("close-session.status", "tolerated for now");
        run.know("answer.content-length", "never seen");
        Probed probed = new Probed(Optional.of("Sample/1.0 " + fromServer), Optional.empty());
        return run.total(probed.noting("the target sets the cookie c" + fromServer), fromServer);
    }

    /**
     * A run with two causes that each explain two requirements, one of them shared, and with its own advice for one
     * finding.
     */
    public static RunResult withCauses(String fromServer) {
        SampleRun run = new SampleRun(fromServer);
        run.drivenCases();
        run.drive(
                "create-session",
                "create-session.blanks",
                Map.of(),
                "create-session.status",
                run.advised("create-session.status", "create-session.blanks", "Trim header values."));
        run.drive("ping", "ping.long", Map.of(), "header.too-long", run.fail("header.too-long", "ping.long"));
        run.causes.add(new Cause(
                "header-misspelt",
                "A documented header is misspelt" + fromServer + ".",
                "Write BITS-Packet-Type as the documents do.",
                List.of("answer.packet-type", "fragment.received-range.value"),
                List.of("x3", "x4", "x5", "x6", "x7", "not-recorded")));
        run.causes.add(new Cause(
                "blanks-kept",
                "Header values are compared with the blanks around them.",
                "Trim header values.",
                List.of("create-session.status", "answer.packet-type"),
                List.of("x11")));
        return run.total(new Probed(Optional.empty(), Optional.empty()), "");
    }

    /** A run in which all is well. */
    public static RunResult conformant() {
        SampleRun run = new SampleRun("");
        run.drive("ping", "ping.plain", Map.of(), "ping.status", run.pass("ping.status", "ping.plain"));
        return run.total(new Probed(Optional.empty(), Optional.empty()), "");
    }

    /** A run whose baseline has one entry of each fate. */
    public static RunResult everyFate(String fromServer) {
        SampleRun run = new SampleRun(fromServer);
        run.drivenCases();
        run.unhappyCases();
        run.know("close-session.status", "tolerated for now");
        run.know("ping.status", "long gone");
        run.know("delivery.complete", "too large");
        run.know("create-session.host-id.form", "elsewhere");
        return run.total(new Probed(Optional.empty(), Optional.empty()), "");
    }

    /** A run against a target that was not there. */
    public static RunResult untestable(String diagnosis) {
        SampleRun run = new SampleRun("");
        run.select("ping", "ping.plain", Map.of(), "ping.status");
        return run.total(new Probed(Optional.empty(), Optional.of(diagnosis)), diagnosis);
    }

    /** A run of {@code cases} cases, each of which breaks one requirement in an answer of {@code bytes} bytes. */
    public static RunResult broken(int cases, int bytes) {
        SampleRun run = new SampleRun("x".repeat(bytes));
        for (int i = 0; i < cases; i++) {
            String id = "ping.number-" + i;
            run.drive("ping", id, Map.of(), "ping.status", run.fail("ping.status", id));
        }
        return run.total(new Probed(Optional.empty(), Optional.empty()), "");
    }

    /** A run with a requirement broken in all cases of one scenario, in one case of another, and in none of a third. */
    static RunResult brokenInSome() {
        SampleRun run = new SampleRun("");
        for (String id : List.of("ping.one", "ping.two", "close-session.late")) {
            run.drive(id.substring(0, id.indexOf('.')), id, Map.of(), "ping.status", run.fail("ping.status", id));
        }
        run.drive(
                "close-session",
                "close-session.soon",
                Map.of(),
                "ping.status",
                run.pass("ping.status", "close-session.soon"));
        run.drive("fragments", "fragments.one", Map.of(), "ping.status", run.pass("ping.status", "fragments.one"));
        return run.total(new Probed(Optional.empty(), Optional.empty()), "");
    }

    /** A run in which each requirement is broken, by a server that sends {@code fromServer} wherever it can. */
    public static RunResult everyRequirementBroken(String fromServer) {
        SampleRun run = new SampleRun(fromServer);
        Catalogue.load().tested().forEach(one -> {
            String id = "sample." + one.id();
            run.drive("sample", id, Map.of(), one.id(), run.fail(one.id(), id));
        });
        return run.total(new Probed(Optional.of(fromServer), Optional.empty()), fromServer);
    }

    private void drivenCases() {
        drive("ping", "ping.plain", Map.of(), "ping.status", pass("ping.status", "ping.plain"));
        drive(
                "create-session",
                "create-session.mixed-case",
                Map.of("case", "mixed", "header", "BITS-Supported-Protocols" + fromServer),
                "create-session.session-id",
                pass("create-session.session-id", "create-session.mixed-case"),
                fail("answer.packet-type", "create-session.mixed-case"));
        drive(
                "fragments",
                "fragments.four-in-order",
                Map.of("fragments", "4", "size", "64 KiB"),
                "fragment.received-range.value",
                finding(Verdict.FAIL, "fragment.received-range.value", "fragments.four-in-order"),
                fail("answer.packet-type", "fragments.four-in-order"));
        drive(
                "fragments",
                "fragments.overlap",
                Map.of("overlap", "one byte"),
                "fragment.status.gap",
                finding(Verdict.INFO, "fragment.status.gap", "fragments.overlap"));
        drive(
                "closed-session",
                "closed-session.late-fragment",
                Map.of(),
                "closed-session.fragment",
                finding(Verdict.WARN, "closed-session.fragment", "closed-session.late-fragment"));
        drive(
                "cancel-session",
                "cancel-session.after-two",
                Map.of("fragments", "2"),
                "cancel-session.status",
                fail("cancel-session.status", "cancel-session.after-two"));
        again("cancel-session.after-two", pass("cancel-session.status", "cancel-session.after-two"));
        drive(
                "close-session",
                "close-session.after-two",
                Map.of("fragments", "2"),
                "close-session.status",
                fail("close-session.status", "close-session.after-two"));
    }

    private void know(String requirement, String reason) {
        known.add(new KnownFailure(
                "baseline.yaml:" + (2 + known.size()),
                new KnownFailure.Scope(Optional.of(requirement), List.of(), Set.of(requirement), Set.of()),
                reason,
                Optional.of("https://tracker.example/17?a=b&c=<d>"),
                Optional.of(LocalDate.of(2026, 12, 31))));
    }

    private void unhappyCases() {
        SelectedCase skipped = select("delivery", "delivery.large", Map.of("size", "4 GiB"), "delivery.complete");
        entries.add(() -> ledger.enter(
                skipped,
                new CaseEnd(skipped.id(), Ending.NOT_APPLICABLE, "the target's limit is 1 MiB " + fromServer),
                List.of(),
                List.of(),
                0));
        SelectedCase stuck = select("unknown-session", "unknown-session.ping", Map.of(), "unknown-session.status");
        entries.add(() -> ledger.enter(
                stuck,
                new CaseEnd(stuck.id(), Ending.PREREQUISITE_MISSING, "no session id was given " + fromServer),
                List.of(),
                List.of(),
                2_000));
    }

    private void drive(
            String scenario, String id, Map<String, String> parameters, String requirement, Finding... findings) {
        drive(select(scenario, id, parameters, requirement), false, findings);
    }

    /** Drives a case again, with answers that take 4.2 s. */
    private void again(String id, Finding... findings) {
        drive(selected.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(), true, findings);
    }

    private void drive(SelectedCase one, boolean again, Finding... findings) {
        String id = one.id();
        List<Exchange> exchanged = List.of(findings).stream()
                .map(finding -> SampleExchange.of(finding.exchange(), id, fromServer))
                .map(exchange -> again ? SampleExchange.slow(exchange) : exchange)
                .toList();
        CaseEnd end = new CaseEnd(id, Ending.DRIVEN, "");
        entries.add(() -> ledger.enter(one, end, List.of(findings), exchanged, 12_345));
    }

    private SelectedCase select(String scenario, String id, Map<String, String> parameters, String requirement) {
        SelectedCase one =
                new SelectedCase(id, scenario, "How the server takes " + scenario, parameters, List.of(requirement));
        selected.add(one);
        return one;
    }

    private Finding pass(String requirement, String id) {
        return SampleFinding.of(requirement, "SampleRule", Verdict.PASS, id, nextExchange(), "", "", "");
    }

    private Finding fail(String requirement, String id) {
        return finding(Verdict.FAIL, requirement, id);
    }

    private Finding finding(Verdict verdict, String requirement, String id) {
        return SampleFinding.decidedBy(
                "BITS-Packet-Type",
                SampleFinding.of(
                        requirement,
                        "SampleRule",
                        verdict,
                        id,
                        nextExchange(),
                        "BITS-Packet-Type: Ack",
                        "BITS-Packet-Type: Nack" + fromServer,
                        "The answer is not as it was expected" + fromServer + "."));
    }

    private Finding advised(String requirement, String id, String lookAt) {
        Finding plain = fail(requirement, id);
        return SampleFinding.advised(plain, lookAt);
    }

    private String nextExchange() {
        exchanges++;
        return "x" + exchanges;
    }

    private RunResult total(Probed probed, String missingReason) {
        ledger = new Ledger(Catalogue.load(), Dialect.ANY, false, selected, new Baseline(known));
        entries.forEach(Runnable::run);
        RunHeader header = new RunHeader(
                new RunHeader.Origin(
                        RunHeader.FORMAT, "bits-conformance/0.1.0", Instant.parse("2026-03-01T09:30:00.250Z")),
                new RunHeader.Tested(
                        "http://upload.example:8080/files/",
                        "upload",
                        "auto",
                        5000,
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        Declared.NOTHING),
                new RunHeader.Judging(Dialect.ANY, false),
                new RunHeader.Cases(
                        "full", selected.stream().map(SelectedCase::id).toList(), RunHeader.PLAN_ORDER));
        ledger.enterCauses(causes);
        ledger.enter(new RunTraffic(Parallel.NOT_ASKED, 1_559, 7_019_422, 6_028_909));
        return ledger.total(
                header,
                probed,
                SampleTables.conflicts(selected.get(0).id()),
                SampleTables.states(),
                missingReason,
                4_321);
    }

    /** The bytes of a text as a socket carries them. */
    static WireBytes bytes(String text) {
        return WireBytes.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
