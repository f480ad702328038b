package org.bitsconformance.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.transcript.http.Payload;
import org.bitsconformance.transcript.http.WireBytes;
import org.bitsconformance.transcript.http.WireBytes.Generated;
import org.bitsconformance.transcript.http.WireBytes.Omitted;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordTests {

    private static final Declared DECLARED = new Declared(
            true,
            new Declared.Capabilities(
                    Optional.of(false), Optional.of("other"), OptionalLong.of(110), Optional.of("several")),
            Optional.of(new DeclaredNotification(
                    DeclaredNotification.REFERENCE, "http://h/notify", true, OptionalLong.of(3_000), true)),
            new DeclaredAccess(Optional.of("basic"), true, true),
            new DeclaredLimits(
                    OptionalLong.of(2_000), Optional.of("http://h/d/"), Optional.of("http://h/o/"), Optional.empty()));

    private static final Event CASE_END = new CaseEnd("case", CaseEnd.Ending.DRIVEN, "");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("events.jsonl");
    }

    static Stream<Event> events() {
        List<Event> events = new ArrayList<>(List.of(
                header(RunHeader.FORMAT, OptionalLong.empty()),
                header(RunHeader.FORMAT, OptionalLong.of(1L << 40)),
                new Probed(Optional.empty(), Optional.empty()),
                new Probed(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("BITS-Error"),
                        Optional.of("a GUID in braces"),
                        Optional.of(true),
                        Optional.of(false)),
                new Probed(Optional.of("IIS \u00e4 \u2028 \""), Optional.of("no route")),
                new ClientEnded("case", OptionalInt.of(1), ClientEnded.Arrived.PARTIAL, true, 7),
                new ClientEnded("case", OptionalInt.empty(), ClientEnded.Arrived.NOTHING, true, 8),
                new RunNotice("content is ASCII from case on"),
                new RunEnd("the target stopped answering", 17, 1L << 40, 5, 1_234),
                new CaseStart("case", "scenario", Map.of(), List.of(), 1),
                new CaseStart("case", "scenario", parameters(), List.of("answer.sent", "answer.http"), 1),
                new ConnectionOpened("c1", "server:80", "none", 1),
                exchange(WireBytes.NONE, OptionalLong.empty(), Exchange.Ending.ANSWERED),
                exchange(
                        new WireBytes("head", omitted(Optional.empty())), OptionalLong.of(5), Exchange.Ending.ANSWERED),
                exchange(
                        new WireBytes("head", omitted(Optional.of(new Generated(-7, 1L << 40)))),
                        OptionalLong.of(5),
                        Exchange.Ending.ANSWERED),
                new ReadBack(
                        "case",
                        1,
                        new ReadBack.Look(
                                "http://server/a",
                                ReadBack.Presence.FOUND,
                                OptionalInt.of(200),
                                OptionalLong.of(9),
                                Optional.of("ab")),
                        new ReadBack.Sent(10, "cd"),
                        OptionalLong.of(9),
                        2000,
                        Optional.empty()),
                new ReadBack(
                        "case",
                        1,
                        new ReadBack.Look(
                                "http://server/a",
                                ReadBack.Presence.FOUND,
                                OptionalInt.of(200),
                                OptionalLong.of(9),
                                Optional.of("ab")),
                        new ReadBack.Sent(10, "cd"),
                        OptionalLong.of(0),
                        2000,
                        Optional.of(new ReadBack.Look(
                                "http://server/never-written",
                                ReadBack.Presence.FOUND,
                                OptionalInt.of(200),
                                OptionalLong.of(9),
                                Optional.of("ab"))))));
        for (Notification.Conduct conduct : Notification.Conduct.values()) {
            events.add(notification(conduct, OptionalLong.of(7), Optional.of(new Payload(-3, 1000))));
        }
        events.add(notification(Notification.Conduct.ANSWERED, OptionalLong.empty(), Optional.empty()));
        for (HandedFile.Moment moment : HandedFile.Moment.values()) {
            events.add(handed(HandedFile.Role.UPLOAD, moment, HandedFile.Presence.FOUND, OptionalLong.of(9)));
        }
        for (HandedFile.Presence presence : HandedFile.Presence.values()) {
            events.add(handed(HandedFile.Role.REPLY, HandedFile.Moment.ENDED, presence, OptionalLong.empty()));
        }
        for (ReadBack.Presence presence : ReadBack.Presence.values()) {
            events.add(new ReadBack(
                    "case",
                    1,
                    new ReadBack.Look("folder", presence, OptionalInt.empty(), OptionalLong.empty(), Optional.empty()),
                    new ReadBack.Sent(10, "cd"),
                    OptionalLong.empty(),
                    0,
                    Optional.empty()));
        }
        for (Exchange.Ending ending : Exchange.Ending.values()) {
            events.add(exchange(WireBytes.of("x"), OptionalLong.empty(), ending));
        }
        for (CaseEnd.Ending ending : CaseEnd.Ending.values()) {
            events.add(new CaseEnd("case", ending, "why"));
        }
        for (ConnectionEnded.By by : ConnectionEnded.By.values()) {
            events.add(new ConnectionEnded("c1", by, "closed", 2));
        }
        return events.stream();
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventIsReadBackAsItWasWritten(Event event) throws IOException {
        write(event);

        assertThat(RecordReader.read(folder)).containsExactly(event);
    }

    @ParameterizedTest
    @MethodSource("events")
    void aLineWithAnUnknownKeyIsNotAnEvent(Event event) throws IOException {
        write(event);
        Files.writeString(file, Files.readString(file).replaceFirst("\\{", "{\"stranger\":1,"));

        assertThatThrownBy(() -> RecordReader.read(folder)).hasMessage("line 1 of the record is not an event");
    }

    @Test
    void aLineWithAnUnknownDeclarationIsNotAnEvent() throws IOException {
        write(header(RunHeader.FORMAT, OptionalLong.of(1)));
        Files.writeString(file, Files.readString(file).replace("\"declared\":{", "\"declared\":{\"stranger\":1,"));

        assertThatThrownBy(() -> RecordReader.read(folder)).hasMessage("line 1 of the record is not an event");
    }

    @Test
    void everyKindOfEventIsAmongThem() {
        assertThat(events().map(Object::getClass).distinct()).hasSize(Event.class.getPermittedSubclasses().length);
    }

    @Test
    void whatAnEarlierVersionDidNotWriteCountsAsUnknown() throws IOException {
        write(header(RunHeader.FORMAT, OptionalLong.of(1)), new Probed(Optional.of("IIS"), Optional.empty()));
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceAll(",\"declared\":.*(?=,\"order\")", "")
                        .replaceAll(",\"errorHeader\":[^}]*", ""));

        assertThat(Files.readString(file)).doesNotContain("declared", "errorHeader", "severalConnections");
        assertThat(((RunHeader) RecordReader.read(folder).get(0)).target().declared())
                .isEqualTo(Declared.NOTHING);
        assertThat(RecordReader.read(folder).get(1)).isEqualTo(new Probed(Optional.of("IIS"), Optional.empty()));
    }

    @Test
    void eventsKeepTheirOrder() throws IOException {
        write(events().toArray(Event[]::new));

        assertThat(RecordReader.read(folder)).containsExactlyElementsOf(events().toList());
    }

    @Test
    void everyByteIsReadBackAsItWas() throws IOException {
        byte[] bytes = new byte[256];
        IntStream.range(0, 256).forEach(i -> bytes[i] = (byte) i);
        write(exchange(WireBytes.of(bytes), OptionalLong.empty(), Exchange.Ending.ANSWERED));

        Exchange read = (Exchange) RecordReader.read(folder).get(0);

        assertThat(read.answer().restored())
                .hasValueSatisfying(all -> assertThat(all).isEqualTo(bytes));
        assertThat(Files.readAllBytes(file))
                .doesNotContain((byte) 0x80, (byte) 0xFF)
                .containsOnlyOnce('\n');
    }

    @Test
    void generatedBytesAreGeneratedAgain() {
        byte[] part = new Payload(3, 100).range(40, 25);
        WireBytes bytes = new WireBytes("head", omitted(25, Optional.of(new Generated(3, 40))));

        assertThat(bytes.length()).isEqualTo(29);
        assertThat(bytes.restored())
                .hasValueSatisfying(
                        all -> assertThat(Arrays.copyOfRange(all, 4, 29)).isEqualTo(part));
        assertThat(new WireBytes("head", omitted(25, Optional.empty())).restored())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"event\":\"case-end\",\"caseId\":\"ca", "{\"event\":"})
    void aTornLastLineIsLeftOut(String torn) throws IOException {
        write(CASE_END);
        append(torn);

        assertThat(RecordReader.read(folder)).containsExactly(CASE_END);
    }

    @Test
    void everyCutLeavesTheWholeLines() throws IOException {
        write(
                CASE_END,
                new CaseEnd("case", CaseEnd.Ending.PREREQUISITE_MISSING, "\u00fc \u20ac \ud83d\ude00 \u001b \"\\ \n"));
        String text = Files.readString(file, StandardCharsets.US_ASCII);
        int firstLine = text.indexOf('\n') + 1;

        for (int length = firstLine; length < text.length() - 1; length++) {
            Files.writeString(file, text.substring(0, length));

            assertThat(RecordReader.read(folder)).containsExactly(CASE_END);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense\n", "{\"event\":\"case-e\n", "{\"event\":\"unheard-of\"}\n", "\n"})
    void aWholeLineThatIsNotAnEventIsRefused(String line) throws IOException {
        write(CASE_END);
        append(line);

        assertThatIOException()
                .isThrownBy(() -> RecordReader.read(folder))
                .withMessage("line 2 of the record is not an event");
        append(RecordFormat.line(CASE_END) + "\n");
        assertThatIOException()
                .isThrownBy(() -> RecordReader.read(folder))
                .withMessage("line 2 of the record is not an event");
    }

    @Test
    void anotherFormatIsRefused() throws IOException {
        write(header(2, OptionalLong.empty()));

        assertThatIOException()
                .isThrownBy(() -> RecordReader.read(folder))
                .withMessage("the record has format 2, this version of the suite reads 1");
    }

    @Test
    void aMissingOrNonAsciiRecordIsRefused() throws IOException {
        assertThatIOException().isThrownBy(() -> RecordReader.read(folder));
        Files.write(file, new byte[] {(byte) 0xC3, '\n'});
        assertThatIOException().isThrownBy(() -> RecordReader.read(folder));
    }

    @Test
    void anEmptyRecordHasNoEvents() throws IOException {
        write();

        assertThat(RecordReader.read(folder)).isEmpty();
    }

    @Test
    void aNewRecordReplacesTheOldOne() throws IOException {
        write(CASE_END, CASE_END);
        write(CASE_END);

        assertThat(RecordReader.read(folder)).hasSize(1);
    }

    @Test
    void anEventIsOnDiskBeforeTheWriterIsClosed() throws IOException {
        try (RecordWriter writer = new RecordWriter(folder)) {
            writer.write(CASE_END);

            assertThat(RecordReader.read(folder)).containsExactly(CASE_END);
        }
    }

    @Test
    void aRecordHasOneWriterAtATime() throws IOException {
        try (RecordWriter writer = new RecordWriter(folder)) {
            writer.write(CASE_END);

            assertThatThrownBy(() -> new RecordWriter(folder))
                    .isInstanceOf(RecordInUseException.class)
                    .hasMessage("another run is writing there");
            assertThat(RecordReader.read(folder)).containsExactly(CASE_END);
        }
        write(CASE_END, CASE_END);
        assertThat(RecordReader.read(folder)).hasSize(2);
    }

    private void write(Event... events) throws IOException {
        try (RecordWriter writer = new RecordWriter(folder)) {
            Arrays.stream(events).forEach(writer::write);
        }
    }

    private void append(String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }

    private static RunHeader header(int format, OptionalLong limit) {
        return new RunHeader(
                new RunHeader.Origin(format, "bits-conformance/1", Instant.parse("2026-01-02T03:04:05.123456789Z")),
                new RunHeader.Tested(
                        "http://server/upload/",
                        "upload",
                        "auto",
                        5000,
                        limit,
                        limit,
                        limit.isEmpty() ? Declared.NOTHING : DECLARED),
                new RunHeader.Judging(Dialect.MC_BUP, false),
                new RunHeader.Cases("core", List.of("one", "two"), limit.isEmpty() ? RunHeader.PLAN_ORDER : "4711"));
    }

    private static Exchange exchange(WireBytes bytes, OptionalLong firstByte, Exchange.Ending ending) {
        return new Exchange(
                "x1",
                "case",
                Purpose.SET_UP,
                1,
                2,
                "c1",
                3,
                WireBytes.of("late"),
                bytes,
                bytes,
                ending,
                new Exchange.Timing(1, 2, firstByte, Long.MAX_VALUE),
                SendContext.USUAL);
    }

    private static Notification notification(
            Notification.Conduct conduct, OptionalLong difference, Optional<Payload> reply) {
        return new Notification(
                "n1",
                "case",
                1,
                new WireBytes("POST /", omitted(Optional.empty())),
                true,
                1L << 34,
                difference,
                conduct,
                WireBytes.of("HTTP/1.1 200 OK"),
                reply,
                new Notification.Timing(1, 2, Long.MAX_VALUE));
    }

    private static HandedFile handed(
            HandedFile.Role role, HandedFile.Moment moment, HandedFile.Presence presence, OptionalLong number) {
        return new HandedFile("case", 1, role, moment, "C:\\spool\\u1", presence, number, number);
    }

    private static Optional<Omitted> omitted(Optional<Generated> generated) {
        return omitted(1L << 33, generated);
    }

    private static Optional<Omitted> omitted(long length, Optional<Generated> generated) {
        return Optional.of(new Omitted(length, "ab", generated));
    }

    private static Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("size", "1");
        parameters.put("empty", "");
        return parameters;
    }
}
