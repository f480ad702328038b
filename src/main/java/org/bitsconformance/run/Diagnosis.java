package org.bitsconformance.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.result.SelectedCase;
import org.bitsconformance.transcript.AnswerParser;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.CaseEnd.Ending;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Request;
import org.bitsconformance.transcript.RunNotice;
import org.bitsconformance.wire.BitsClient;
import org.bitsconformance.wire.DrivingStopped;
import org.bitsconformance.wire.Upload;

/**
 * Where no fragment of the first uploads was taken, drives a few uploads that differ from each other in one thing. They are
 * cases of a scenario of their own, recorded and judged like others, which no plan selects. Where ASCII is taken and other
 * content is not, later cases send ASCII, so that the rest can be judged.
 */
final class Diagnosis {

    /** Id of the scenario. */
    static final String SCENARIO = "diagnosis";

    /** Title of the scenario. */
    static final String TITLE = "Uploads that differ in one thing, driven since the first ones died";

    private static final int DEATHS = 5;

    /** So short a body may be text by chance. */
    private static final int SHORTEST_BODY = 16;

    private static final long SIZE = 2000;
    private static final long FRAGMENT = 1000;
    private static final Trial BINARY = new Trial("content", "binary", false, false, FRAGMENT);
    private static final Trial ASCII = new Trial("content", "ascii", true, false, FRAGMENT);

    private static final List<Trial> TRIALS = List.of(
            BINARY,
            ASCII,
            new Trial("connection", "kept", false, false, FRAGMENT),
            new Trial("connection", "new", false, true, FRAGMENT),
            new Trial("fragments", "1", false, false, SIZE));

    private int died;
    private boolean over;

    /** An upload; {@code name} and {@code value} say what it is about. */
    private record Trial(String name, String value, boolean ascii, boolean anew, long fragment) {

        SelectedCase selected() {
            return new SelectedCase(
                    SCENARIO + "." + name + "=" + value, SCENARIO, TITLE, Map.of(name, value), List.of());
        }

        void drive(BitsClient client) {
            client.sendAscii(ascii);
            Upload upload = client.upload(SIZE);
            upload.pinging().send();
            next(client);
            upload.create();
            for (long end = fragment; upload.nextOffset() < SIZE; end = Math.min(end + fragment, SIZE)) {
                next(client);
                upload.sendUpTo(end, fragment);
            }
            next(client);
            upload.close();
            upload.readBack();
        }

        private void next(BitsClient client) {
            if (anew) {
                client.newConnection();
            }
        }
    }

    /** Takes note of a case that has ended. */
    synchronized void ended(List<Exchange> exchanges) {
        over = over || taken(exchanges);
        if (exchanges.stream().anyMatch(Diagnosis::isFragment)) {
            died++;
        }
    }

    /** Whether it is time for the uploads; the first who asks is to drive them. */
    synchronized boolean isDue() {
        boolean due = !over && died >= DEATHS;
        over = over || due;
        return due;
    }

    /** Drives the uploads before a case, whose id is {@code next}. */
    void drive(ConformanceRun run, String next) {
        boolean binary = false;
        boolean ascii = false;
        for (Trial trial : TRIALS) {
            if (run.stopped().isPresent()) {
                return;
            }
            boolean taken = taken(drive(run, trial));
            binary = binary || (taken && !trial.ascii());
            ascii = ascii || (taken && trial.ascii());
        }
        if (ascii && !binary) {
            run.goOnInAscii(
                    new RunNotice("no upload of other bytes than ASCII was taken, so that all content is ASCII from "
                            + next + " on"));
        }
    }

    private static List<Exchange> drive(ConformanceRun run, Trial trial) {
        SelectedCase selected = trial.selected();
        run.begin(selected, 1);
        CaseEnd end;
        try (BitsClient client = run.openCase(selected.id())) {
            trial.drive(client);
            end = new CaseEnd(selected.id(), Ending.DRIVEN, "");
        } catch (DrivingStopped e) {
            end = new CaseEnd(selected.id(), e.ending(), e.getMessage());
        }
        return run.endOfDiagnosis(selected, end);
    }

    private static boolean taken(List<Exchange> exchanges) {
        return exchanges.stream()
                .filter(Diagnosis::isFragment)
                .map(one -> AnswerParser.parse(one.answer().text(), BitsHeaders.VERB, true))
                .flatMap(Optional::stream)
                .anyMatch(answer -> answer.status() / 100 == 2);
    }

    private static boolean isFragment(Exchange exchange) {
        if (!exchange.purpose().judged() || exchange.ending() == Exchange.Ending.CUT_OFF) {
            return false;
        }
        Request request = Request.parse(exchange.request());
        return request.is(PacketType.FRAGMENT)
                && request.contentRange()
                        .filter(range -> range.length() >= SHORTEST_BODY)
                        .isPresent();
    }
}
