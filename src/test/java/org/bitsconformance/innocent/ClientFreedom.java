package org.bitsconformance.innocent;

import static org.bitsconformance.innocent.ClientForms.after;
import static org.bitsconformance.innocent.ClientForms.changing;
import static org.bitsconformance.innocent.ClientForms.delivering;
import static org.bitsconformance.innocent.ClientForms.fields;
import static org.bitsconformance.innocent.ClientForms.writing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.protocol.UploadProtocol;
import org.bitsconformance.reference.client.ClientConduct;
import org.bitsconformance.reference.client.NextStep;
import org.bitsconformance.reference.client.Transmission;
import org.bitsconformance.reference.client.UploadJob;
import org.bitsconformance.reference.client.UploadJob.Manner;
import org.bitsconformance.reference.http.HeaderField;

/** What conforming clients may do differently. */
enum ClientFreedom {
    TYPES_UPPER(writing("BITS-Packet-Type", value -> value.toUpperCase(Locale.ROOT))),
    TYPES_LOWER(writing("BITS-Packet-Type", value -> value.toLowerCase(Locale.ROOT))),
    PING_FIRST(job -> job.with(job.manner().pinging())),
    PINGS_IN_BETWEEN(after((turn, right, progress) -> {
        boolean now = right == NextStep.FRAGMENT || right == NextStep.CLOSE;
        return now && !turn.is(NextStep.PING) ? NextStep.PING : right;
    })),
    PING_WITHOUT_SESSION_ID(
            after((turn, right, progress) -> turn.is(NextStep.CREATE) ? NextStep.PING : right),
            changing(packet -> packet.type() == PacketType.PING ? packet.drop("BITS-Session-Id") : packet)),
    NAME_WITH_FIRST_FRAGMENT_ONLY(job -> job.with(job.manner().following(Document.WIN32))),
    NAME_WITH_EVERY_PACKET(
            changing(packet -> packet.type() == PacketType.PING ? packet : packet.set("Content-Name", "upload.bin"))),
    NAME_OF_LOCAL_FILE(writing("Content-Name", value -> "Report (final).doc")),
    NAME_IN_UTF_8(writing(
            "Content-Name",
            value -> new String(
                    "\u00fcbersicht-\u65e5\u672c.txt".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))),
    NAME_OF_260_CHARACTERS(writing("Content-Name", value -> "n".repeat(260))),
    CONNECTION_FOR_EACH_PACKET(delivering(Transmission.USUAL.closed())),
    CONNECTION_ENDS_AS_ANNOUNCED(changing(packet -> packet.add("Connection", "close"))),
    CONNECTION_KEPT_ALIVE(changing(packet -> packet.add("Connection", "Keep-Alive"))),
    CONNECTION_IS_ANOTHER_EACH_TIME(delivering(Transmission.USUAL.overAnother())),
    FRAGMENTS_OF_ONE_BYTE(
            job -> UploadJob.of(job.url(), new byte[9]).inFragmentsOf(1).with(job.manner())),
    FRAGMENT_IS_THE_FILE(job -> job.inFragmentsOf(1 << 20)),
    FRAGMENTS_OF_ODD_SIZES(job -> job.inFragmentsOf(7_919)),
    EMPTY_FILE(job -> UploadJob.of(job.url(), new byte[0]).with(job.manner())),
    PIECES_OF_FEW_BYTES(delivering(Transmission.USUAL.inPieces(499))),
    HEADER_BYTE_BY_BYTE(
            delivering(Transmission.USUAL.inPieces(1)),
            job -> UploadJob.of(job.url(), new byte[40]).inFragmentsOf(30).with(job.manner())),
    EXPECT_CONTINUE(
            changing(packet -> packet.length() > 0 ? packet.add("Expect", "100-continue") : packet),
            new ClientForms.Asking()),
    TARGET_ABSOLUTE(new ClientForms.Absolute()),
    NAMES_LOWER(fields(field -> new HeaderField(field.name().toLowerCase(Locale.ROOT), field.value()))),
    NAMES_UPPER(fields(field -> new HeaderField(field.name().toUpperCase(Locale.ROOT), field.value()))),
    ORDER_REVERSED(changing(packet -> packet.fields(all -> {
        List<HeaderField> reversed = new ArrayList<>(all);
        Collections.reverse(reversed);
        return reversed;
    }))),
    VALUES_AFTER_BLANKS(fields(field -> new HeaderField(field.name(), "   " + field.value()))),
    VALUES_AFTER_TAB(fields(field -> new HeaderField(field.name(), "\t" + field.value()))),
    VALUES_BEFORE_BLANKS(fields(field -> new HeaderField(field.name(), field.value() + " \t "))),
    EXTRA_HEADERS(changing(packet -> packet.add("X-Request-Id", "17")
            .add("BITS-Future", "yes")
            .add("Pragma", "no-cache")
            .add("Date", "Mon, 30 Nov 2026 00:00:00 GMT"))),
    MANY_HEADERS(changing(packet -> packet.fields(all -> {
        List<HeaderField> more = new ArrayList<>(all);
        for (int i = 0; i < 40; i++) {
            more.add(new HeaderField("X-Note-" + i, "n".repeat(500)));
        }
        return more;
    }))),
    HEADER_OF_4096_CHARACTERS(changing(packet -> packet.add("X-Note", "n".repeat(4096)))),
    COOKIES(changing(packet -> packet.add("Cookie", "a=" + "b".repeat(5000)))),
    NO_USER_AGENT(changing(packet -> packet.drop("User-Agent").drop("Accept"))),
    LENGTHS_WITH_ZEROS(writing("Content-Length", value -> value.replaceFirst("(\\d+)", "000$1"))),
    RANGE_WITH_ZEROS(writing("Content-Range", value -> value.replace("bytes ", "bytes 0"))),
    RANGE_UNIT_IN_CAPITALS(writing("Content-Range", value -> value.replace("bytes", "Bytes"))),
    PROTOCOLS_SEVERAL(writing("BITS-Supported-Protocols", value -> "{3a1c7d52-64f0-4f3b-9b0e-2d7f5c1e8a90} " + value)),
    PROTOCOLS_WITH_COMMA(
            writing("BITS-Supported-Protocols", value -> value + ", {3a1c7d52-64f0-4f3b-9b0e-2d7f5c1e8a90}")),
    PROTOCOL_UPPER(writing("BITS-Supported-Protocols", value -> value.toUpperCase(Locale.ROOT))),
    PROTOCOL_REPEATED(writing("BITS-Supported-Protocols", value -> value + " " + UploadProtocol.BITS_1_5)),
    SESSION_ID_IN_OTHER_CASE(writing("BITS-Session-Id", value -> value.toLowerCase(Locale.ROOT))),
    CONTENT_HEADERS(changing(packet -> packet.type() == PacketType.FRAGMENT
            ? packet.add("Content-Type", "application/octet-stream; charset=binary")
                    .add("Content-Language", "en-GB, de")
            : packet)),
    CREDENTIALS_UNASKED(changing(packet -> packet.add("Authorization", "Basic b2JzZXJ2ZXI6c2VjcmV0"))),
    CANCELS_HALF_WAY(job -> job.with(job.manner().cancelling(1))),
    CANCELS_AT_ONCE(after((turn, right, progress) -> turn.is(NextStep.CREATE) ? NextStep.CANCEL : right)),
    CANCELS_COMPLETE_UPLOAD(after((turn, right, progress) -> right == NextStep.CLOSE ? NextStep.CANCEL : right)),
    STOPS_HALF_WAY(job -> job.with(job.manner().stopping(2))),
    STOPS_BEFORE_FIRST_FRAGMENT(after((turn, right, progress) -> turn.is(NextStep.CREATE) ? NextStep.GIVE_UP : right)),
    BEGINS_AGAIN_BY_ITSELF(after((turn, right, progress) ->
            turn.is(NextStep.FRAGMENT) && progress.count(NextStep.FRAGMENT) == 2 && progress.count(NextStep.CREATE) == 1
                    ? NextStep.CREATE
                    : right)),
    PROXY_ON_THE_WAY(changing(packet -> packet.add("Via", "1.0 proxy.example").version("HTTP/1.0"))),
    PROXY_DROPS_LENGTH(changing(packet -> {
        boolean empty = packet.length() == 0;
        return (empty ? packet.drop("Content-Length") : packet).add("X-Forwarded-For", "192.0.2.7");
    })),
    POST_WITH_OVERRIDE(changing(packet -> packet.method("POST").add("X-HTTP-Method-Override", "BITS_POST"))),
    FRAGMENTS_IN_CHUNKS(changing(ClientForms::chunked)),
    RESUMES_AFTER_LOST_ACK("ack-lost", NextStep.FRAGMENT),
    RESUMES_WITH_PING("ack-lost", NextStep.PING),
    GIVES_UP_AFTER_LOST_ACK("ack-lost", NextStep.GIVE_UP),
    SENDS_AGAIN_AFTER_500("fragment-500-once", NextStep.FRAGMENT),
    GIVES_UP_AFTER_500("fragment-500-once", NextStep.GIVE_UP),
    CANCELS_AFTER_500("fragment-500-once", NextStep.CANCEL),
    GIVES_UP_AFTER_403("fragment-403", NextStep.GIVE_UP),
    CANCELS_AFTER_403("fragment-403", NextStep.CANCEL),
    GIVES_UP_AFTER_SECOND_LOST_SESSION("session-unknown-twice", NextStep.CREATE, NextStep.GIVE_UP),
    CANCELS_LOST_SESSION("session-unknown", NextStep.CANCEL),
    BEGINS_AGAIN_AFTER_CLOSE_IN_LOST_SESSION("session-unknown-at-close", NextStep.CREATE),
    GIVES_UP_AFTER_CLOSE_IN_LOST_SESSION("session-unknown-at-close", NextStep.GIVE_UP),
    SENDS_CLOSE_AGAIN_AFTER_500("close-500-once", NextStep.CLOSE),
    GIVES_UP_AFTER_CLOSE_500("close-500-once", NextStep.GIVE_UP),
    FOLLOWS_HOST_ID_WITHOUT_PING("host-name", NextStep.PING),
    REPLY_NOT_WANTED("reply", NextStep.CLOSE);

    private final String stimulus;

    @SuppressWarnings("ImmutableEnumChecker") // the list is not changed
    private final List<Object> forms;

    ClientFreedom(Object... forms) {
        this.stimulus = "none";
        this.forms = List.of(forms);
    }

    ClientFreedom(ClientForms.JobForm form) {
        this.stimulus = "none";
        this.forms = List.of(form);
    }

    ClientFreedom(ClientConduct conduct, ClientForms.JobForm form) {
        this.stimulus = "none";
        this.forms = List.of(conduct, form);
    }

    /** The steps that follow the first packets that were not taken, one after the other. */
    ClientFreedom(String stimulus, NextStep... steps) {
        this.stimulus = stimulus;
        this.forms = List.of(new ClientForms.Then(List.of(steps)));
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What the client meets. */
    String stimulus() {
        return stimulus;
    }

    /** Whether it can be combined with others: it changes only how packets are written or sent. */
    boolean isForm() {
        return forms.stream().allMatch(form -> form instanceof ClientForms.Form);
    }

    ClientConduct conduct() {
        return ClientForms.together(forms.stream()
                .filter(ClientConduct.class::isInstance)
                .map(ClientConduct.class::cast)
                .toList());
    }

    UploadJob job(UploadJob ordinary) {
        UploadJob job = ordinary.with(Manner.PLAIN);
        for (Object form : forms) {
            job = form instanceof ClientForms.JobForm change ? change.apply(job) : job;
        }
        return job;
    }
}
