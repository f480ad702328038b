package org.bitsconformance.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.protocol.Side;
import org.bitsconformance.requirement.Requirement;
import org.bitsconformance.result.RequirementResult;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.RunVerdict;
import org.bitsconformance.result.SideResult;
import org.bitsconformance.run.JudgeRequest;
import org.bitsconformance.run.Rejudged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is judged of the server behind the proxy: its own faults, and nothing that others may have done. */
class ObservedJudgingTests {

    private static final String GUID = "{7df0354d-249b-430f-820d-3d2a9bef4931}";
    private static final String ID = "BITS-Session-Id: {029858C0-176F-45BA-AE86-E3A6B78EA984}";

    @TempDir
    Path folder;

    private Between between;
    private ProxyPeer client;
    private ProxyPeer server;

    @BeforeEach
    void start() {
        between = new Between(folder);
        client = between.client();
    }

    @AfterEach
    void end() {
        client.close();
        between.close();
    }

    private void pass(String packet, String answer) {
        client.send(packet);
        if (server == null) {
            server = between.server();
        }
        server.head();
        server.send(answer);
        client.head();
    }

    private void create(String... fields) {
        String[] all = new String[fields.length + 3];
        all[0] = ID;
        all[1] = "BITS-Protocol: " + GUID;
        all[2] = "Accept-Encoding: identity";
        System.arraycopy(fields, 0, all, 3, fields.length);
        pass(
                between.packet("Create-Session", "BITS-Supported-Protocols: " + GUID, "Content-Name: a.bin"),
                Between.ack(200, all));
    }

    private void fragment(String answer) {
        pass(between.packet("Fragment", ID, "Content-Range: bytes 0-0/1", "Content-Length: 1") + "x", answer);
    }

    private void close(int status) {
        pass(between.packet("Close-Session", ID), Between.ack(status, ID));
    }

    private RunResult judged() {
        between.close();
        return Rejudged.of(new JudgeRequest(
                        folder.toString(), Optional.empty(), false, Optional.empty(), Optional.of(folder.toString())))
                .result();
    }

    private static RunVerdict ofServer(RunResult result) {
        return result.judgement().sides().stream()
                .filter(side -> side.side() == Side.SERVER)
                .map(SideResult::verdict)
                .findFirst()
                .orElseThrow();
    }

    /** What the server broke. */
    private static List<String> broken(RunResult result) {
        return result.broken().stream()
                .map(RequirementResult::requirement)
                .filter(one -> one.binds() == Side.SERVER)
                .map(Requirement::id)
                .toList();
    }

    @Test
    void a_conformant_upload() {
        create();
        fragment(Between.ack(200, ID, "BITS-Received-Content-Range: 1"));
        close(200);
        assertThat(ofServer(judged())).isEqualTo(RunVerdict.CONFORMANT);
    }

    @Test
    void a_fault_of_the_server() {
        create();
        fragment(Between.ack(200, ID, "BITS-Received-Content-Range: 7"));
        close(200);
        RunResult result = judged();
        assertThat(ofServer(result)).isEqualTo(RunVerdict.NONCONFORMANT);
        assertThat(broken(result)).containsExactly("fragment.received-range.value");
    }

    @Test
    void a_refusal_may_have_a_reason() {
        create();
        fragment(Between.ack(500, ID, "BITS-Error-Code: 0x80070070", "BITS-Error-Context: 0x7"));
        RunResult result = judged();
        assertThat(broken(result)).isEmpty();
        assertThat(ofServer(result)).isEqualTo(RunVerdict.INCOMPLETE);
    }

    @Test
    void a_reply_may_come_from_an_application() {
        create();
        fragment(Between.ack(
                200,
                ID,
                "BITS-Received-Content-Range: 1",
                "BITS-Reply-URL: http://" + between.upstream() + "/replies/1"));
        close(200);
        assertThat(broken(judged())).isEmpty();
    }

    @Test
    void a_server_that_asks_for_credentials() {
        String challenge = "HTTP/1.1 401 No\r\nWWW-Authenticate: NTLM\r\nContent-Length: 4\r\n\r\n";
        client.send(between.packet("Create-Session", "BITS-Supported-Protocols: " + GUID));
        server = between.server();
        server.head();
        server.send(challenge + "html");
        client.head();
        client.text(4);
        create();
        fragment(Between.ack(200, ID, "BITS-Received-Content-Range: 1"));
        close(200);
        assertThat(ofServer(judged())).isEqualTo(RunVerdict.CONFORMANT);
    }

    @Test
    void a_host_that_is_followed() {
        create("BITS-Host-Id: " + between.upstream(), "BITS-Host-Id-Fallback-Timeout: 100");
        fragment(Between.ack(200, ID, "BITS-Received-Content-Range: 1"));
        close(200);
        assertThat(ofServer(judged())).isEqualTo(RunVerdict.CONFORMANT);
    }

    @Test
    void a_header_that_is_longer_than_is_read() {
        String longField = "X-Long: " + "y".repeat(HeadReader.LONGEST);
        create(longField);
        onNewConnections();
        fragment(Between.ack(200, ID, "BITS-Received-Content-Range: 1", longField));
        onNewConnections();
        close(200);
        RunResult result = judged();
        assertThat(result.broken()).isEmpty();
        assertThat(ofServer(result)).isEqualTo(RunVerdict.INCOMPLETE);
    }

    private void onNewConnections() {
        client.close();
        client = between.client();
        server = null;
    }

    @Test
    void a_connection_that_the_client_cut() {
        create();
        client.send(between.packet("Fragment", ID, "Content-Range: bytes 0-9/10", "Content-Length: 10") + "x");
        server.head();
        server.text(1);
        client.reset();
        assertThat(server.isReset()).isTrue();
        server = null;
        client = between.client();
        pass(
                between.packet("Fragment", ID, "Content-Range: bytes 0-9/10", "Content-Length: 10") + "0123456789",
                Between.ack(416, ID, "BITS-Received-Content-Range: 1"));
        pass(
                between.packet("Fragment", ID, "Content-Range: bytes 1-9/10", "Content-Length: 9") + "123456789",
                Between.ack(200, ID, "BITS-Received-Content-Range: 10"));
        close(200);
        assertThat(broken(judged())).isEmpty();
    }

    @Test
    void a_server_that_is_gone() {
        create();
        client.send(between.packet("Close-Session", ID));
        server.head();
        server.reset();
        assertThat(client.isReset()).isTrue();
        between.stopServer();
        client = between.client();
        client.send(between.packet("Close-Session", ID));
        assertThat(client.head()).startsWith("HTTP/1.1 502");
        RunResult result = judged();
        assertThat(broken(result)).isEmpty();
        assertThat(ofServer(result)).isEqualTo(RunVerdict.INCOMPLETE);
    }
}
