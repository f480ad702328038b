package org.bitsconformance.transcript.capture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.capture.MessageReader.Message;
import org.bitsconformance.transcript.http.WireBytes;

/**
 * Reads the bytes of one connection, each direction in a file of its own, as {@code tcpflow} writes them and as Wireshark
 * saves them from "Follow TCP Stream" as raw data. Such files have no times: packets are one millisecond apart.
 */
public final class StreamReader {

    private static final String CONNECTION = "c1";
    private static final int FIRST_BYTES = 16;
    private static final String TLS_RECORD = "\u0016\u0003";

    private StreamReader() {}

    /**
     * Reads both directions.
     *
     * @param requests what the client sent
     * @param answers what the server sent
     * @param suite name and version of the suite, for the header of the record
     * @throws IOException when one cannot be read, is not HTTP, or there is no BITS packet; the message names the file
     */
    public static Capture read(Path requests, Path answers, String suite) throws IOException {
        try (InputStream sent = Files.newInputStream(requests);
                InputStream received = Files.newInputStream(answers)) {
            MessageReader ofClient = new MessageReader(sent);
            MessageReader ofServer = new MessageReader(received);
            checkRequests(requests, ofClient.peek(FIRST_BYTES));
            checkAnswers(answers, ofServer.peek(FIRST_BYTES));
            Instant zero = Files.getLastModifiedTime(requests).toInstant();
            List<CapturedPacket> packets = new ArrayList<>();
            int others = 0;
            int number = 0;
            for (Optional<Message> next = request(requests, ofClient);
                    next.isPresent();
                    next = request(requests, ofClient)) {
                Message request = next.get();
                Optional<Message> answer = answer(answers, ofServer, request.method());
                number++;
                if (request.isPacket()) {
                    packets.add(packet(request, answer, number, zero.plusMillis(number)));
                } else {
                    others++;
                }
            }
            if (packets.isEmpty()) {
                throw new IOException(
                        requests + " has no BITS packet" + (number == 0 ? "" : " among its " + number + " requests"));
            }
            return Capture.of(
                    Capture.STREAMS,
                    suite,
                    packets,
                    others,
                    "The bytes of a connection have no times: how long an answer took, and what was sent before an"
                            + " answer had come, cannot be judged from them.");
        }
    }

    private static Optional<Message> request(Path file, MessageReader in) throws IOException {
        long began = in.at();
        Optional<Message> request = in.request();
        if (request.filter(one -> one.status() > 0).isPresent()) {
            throw new IOException(file + " has an answer at byte " + began
                    + ": save each direction of the connection in a file of its own");
        }
        if (request.filter(one -> one.complete() && !one.startLine().matches("[^ ]+ [^ ]+ HTTP/\\S+"))
                .isPresent()) {
            throw new IOException(file + " has no HTTP request at byte " + began);
        }
        return request;
    }

    private static Optional<Message> answer(Path file, MessageReader in, String method) throws IOException {
        long began = in.at();
        Optional<Message> answer = in.answer(method);
        if (answer.filter(one -> one.complete() && one.status() == 0).isPresent()) {
            throw new IOException(file + " has no HTTP answer at byte " + began);
        }
        return answer;
    }

    private static void checkRequests(Path file, String start) throws IOException {
        if (start.startsWith("HTTP/")) {
            throw new IOException(file + " begins with an answer: --requests is what the client sent");
        }
        checkClear(file, start);
    }

    private static void checkAnswers(Path file, String start) throws IOException {
        checkClear(file, start);
        if (!start.isEmpty() && !start.startsWith("HTTP/")) {
            throw new IOException(file + " does not begin with an answer: --answers is what the server sent");
        }
    }

    private static void checkClear(Path file, String start) throws IOException {
        if (start.startsWith(TLS_RECORD)) {
            throw new IOException(file + " is encrypted by TLS: save the decrypted stream");
        }
    }

    private static CapturedPacket packet(Message request, Optional<Message> answer, int number, Instant started) {
        boolean answered =
                request.complete() && answer.filter(Message::complete).isPresent();
        return new CapturedPacket(
                request.origin(),
                "",
                new CapturedPacket.Place(CONNECTION, number),
                new CapturedPacket.Times(started, Duration.ZERO, Duration.ZERO),
                request.bytes(),
                answer.map(Message::bytes).orElse(WireBytes.NONE),
                answered ? Ending.ANSWERED : Ending.CUT_OFF);
    }
}
