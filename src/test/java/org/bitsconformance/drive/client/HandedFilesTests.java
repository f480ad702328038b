package org.bitsconformance.drive.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.bitsconformance.drive.application.ApplicationAnswer;
import org.bitsconformance.drive.application.ReceivedRequest;
import org.bitsconformance.drive.application.Requests;
import org.bitsconformance.drive.client.ApplicationStub.About;
import org.bitsconformance.drive.client.ApplicationStub.Part;
import org.bitsconformance.drive.client.ApplicationStub.Subject;
import org.bitsconformance.drive.transport.Recorder;
import org.bitsconformance.target.NotificationSettings;
import org.bitsconformance.transcript.Event;
import org.bitsconformance.transcript.HandedFile;
import org.bitsconformance.transcript.HandedFile.Moment;
import org.bitsconformance.transcript.HandedFile.Presence;
import org.bitsconformance.transcript.HandedFile.Role;
import org.bitsconformance.transcript.http.Payload;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandedFilesTests {

    private static final Payload UPLOAD = new Payload(3, 500);
    private static final Payload REPLY = new Payload(4, 300);
    private static final String SECRET = "not yours";
    private static final OptionalLong NONE = OptionalLong.empty();

    private static ApplicationStub stub;

    @TempDir
    private Path temporary;

    private final List<Event> events = new ArrayList<>();
    private Part part;
    private Path folder;
    private Path outside;
    private HandedFiles files;

    @BeforeAll
    static void startDesk() {
        stub = new ApplicationStub(
                new NotificationSettings(
                        "127.0.0.1:0",
                        Optional.empty(),
                        NotificationSettings.Type.REFERENCE,
                        Optional.empty(),
                        Optional.empty()),
                new Recorder(Bench.target("http://server.example/"), event -> {}));
    }

    @AfterAll
    static void stopDesk() {
        stub.close();
    }

    @AfterEach
    void forget() {
        stub.forget(part);
    }

    @BeforeEach
    void makeFolders() throws IOException {
        part = stub.open("case");
        folder = Files.createDirectories(temporary.resolve("spool"));
        outside = Files.writeString(
                Files.createDirectories(temporary.resolve("spool-other")).resolve("file"), SECRET);
        Files.createDirectories(folder.resolve("a/b"));
        Files.write(folder.resolve("a/b/upload"), UPLOAD.range(0, 500));
        files = new HandedFiles(Optional.of(folder), new Recorder(Bench.target("http://server.example/"), events::add));
    }

    @Test
    void readsTheUploadAndWritesTheReply() throws IOException {
        handOver(folder + "/a/b/upload", folder + "/a/b/reply");

        assertThat(looks())
                .first()
                .isEqualTo(look(Moment.NOTIFIED, folder + "/a/b/upload", Presence.FOUND, OptionalLong.of(500), NONE));
        assertThat(looks())
                .last()
                .extracting(HandedFile::role, HandedFile::presence, HandedFile::length, HandedFile::firstDifference)
                .containsExactly(HandedFile.Role.REPLY, Presence.FOUND, OptionalLong.of(300), NONE);
        assertThat(folder.resolve("a/b/reply")).hasBinaryContent(REPLY.range(0, 300));
    }

    @Test
    void seesWhereTheFileDiffersFromTheUpload() throws IOException {
        Files.write(folder.resolve("a/b/upload"), UPLOAD.range(0, 499));
        handOver(folder + "/a/b/upload", "");

        assertThat(looks().get(0).firstDifference()).hasValue(499);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C:\\spool\\a\\b\\", "\\\\host\\share\\b/a\\b\\", "/srv/bits/a/b/", "//srv//a//b//"})
    void findsTheFolderUnderAnotherName(String where) {
        handOver(where + "upload", where + "reply");

        assertThat(looks().get(0).presence()).isEqualTo(Presence.FOUND);
        assertThat(folder.resolve("a/b/reply")).exists();
    }

    @Test
    void writesAReplyNextToAnUploadDirectlyInTheFolder() throws IOException {
        Files.write(folder.resolve("u1.dat"), UPLOAD.range(0, 500));
        handOver("D:\\spool\\u1.dat", "D:\\spool\\r1.dat");
        handOver("D:\\spool\\u1.dat", "E:\\spool\\r2.dat");

        assertThat(folder.resolve("r1.dat")).exists();
        assertThat(folder.resolve("r2.dat")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{out}",
                "{in}/../spool-other/file",
                "{in}/a/../../spool-other/file",
                "..\\spool-other\\file",
                "{in}",
                "{in}/link/file",
                "/etc/passwd",
                "nothing",
                "{in}-other/file",
                "{in}/a\0b",
                "/"
            })
    void touchesNothingOutsideTheFolder(String name) throws IOException {
        Files.createSymbolicLink(folder.resolve("link"), outside.getParent());
        String path = name.replace("{out}", outside.toString()).replace("{in}", folder.toString());
        part.takeUploads();
        handOver(path, path);
        files.lookAtTheEnd(part);

        assertThat(looks()).extracting(HandedFile::presence).doesNotContain(Presence.FOUND, Presence.UNREADABLE);
        assertThat(outside).hasContent(SECRET);
        assertThat(outside.getParent()).isDirectoryContaining("glob:**/file").isNotEmptyDirectory();
        assertThat(folder.resolve("a/b/upload")).exists();
        try (Stream<Path> inside = Files.list(folder)) {
            assertThat(inside).hasSize(2);
        }
    }

    @Test
    void followsNoLinkOutOfTheFolder() throws IOException {
        Files.createSymbolicLink(folder.resolve("a/link"), outside);
        part.takeUploads();
        handOver(folder + "/a/link", folder + "/a/link");

        assertThat(looks()).extracting(HandedFile::presence).containsOnly(Presence.UNREADABLE);
        assertThat(outside).hasContent(SECRET);
        assertThat(folder.resolve("a/link")).isSymbolicLink();
    }

    @Test
    void leavesFoldersAlone() {
        part.takeUploads();
        handOver(folder + "/a", folder + "/a/b");

        assertThat(looks()).extracting(HandedFile::presence).containsOnly(Presence.UNREADABLE);
        assertThat(folder.resolve("a/b")).isDirectory();
    }

    @Test
    void reportsAPathOutsideAnUnknownFolderAsOutside() {
        handOver("C:\\elsewhere\\u1.dat", "C:\\elsewhere\\r1.dat");
        handOver(outside.toString(), "");

        assertThat(looks()).extracting(HandedFile::presence).containsOnly(Presence.OUTSIDE);
    }

    @Test
    void reportsAMissingFileAsAbsent() {
        handOver(folder + "/u2", folder + "/no/such/folder/reply");
        handOver(folder + "/no/such/u2", "");

        assertThat(looks()).extracting(HandedFile::presence).containsOnly(Presence.ABSENT);
        assertThat(folder.resolve("no")).doesNotExist();
    }

    @Test
    void removesTheUploadIfTheCaseWantsThat() {
        part.takeUploads();
        handOver("C:\\spool\\a\\b\\upload", "");

        assertThat(looks())
                .extracting(HandedFile::moment, HandedFile::presence)
                .containsExactly(tuple(Moment.NOTIFIED, Presence.FOUND), tuple(Moment.REMOVED, Presence.ABSENT));
        assertThat(folder.resolve("a/b/upload")).doesNotExist();
    }

    @Test
    void looksAtBothFilesAfterTheSessionHasEnded() throws IOException {
        handOver(folder + "/a/b/upload", folder + "/a/b/reply");
        Files.delete(folder.resolve("a/b/upload"));
        Files.delete(folder.resolve("a/b/reply"));
        events.clear();
        files.lookAtTheEnd(part);

        assertThat(looks())
                .containsExactly(
                        look(Moment.ENDED, folder + "/a/b/upload", Presence.ABSENT, NONE, NONE),
                        new HandedFile(
                                "case",
                                7,
                                Role.REPLY,
                                Moment.ENDED,
                                folder + "/a/b/reply",
                                Presence.ABSENT,
                                NONE,
                                NONE));
    }

    @Test
    void looksAtNothingWithoutAFolder() {
        new HandedFiles(Optional.empty(), new Recorder(Bench.target("http://server.example/"), events::add))
                .handedOver(request(folder + "/a/b/upload", folder + "/r"), subject(), answer());

        assertThat(events).isEmpty();
    }

    private void handOver(String upload, String reply) {
        files.handedOver(request(upload, reply), subject(), answer());
    }

    private static ReceivedRequest request(String upload, String reply) {
        return Requests.of("POST /notify HTTP/1.1\r\nBITS-Request-DataFile-Name: " + upload
                + "\r\nBITS-Response-DataEntity-Name: " + reply + "\r\n\r\n");
    }

    private Subject subject() {
        return new Subject(part, new About(7, "u", UPLOAD));
    }

    private static ApplicationAnswer answer() {
        return ApplicationAnswer.of(200).replying(REPLY).inFile();
    }

    private static HandedFile look(
            Moment moment, String path, Presence presence, OptionalLong length, OptionalLong difference) {
        return new HandedFile("case", 7, Role.UPLOAD, moment, path, presence, length, difference);
    }

    private List<HandedFile> looks() {
        return events.stream().map(HandedFile.class::cast).toList();
    }
}
