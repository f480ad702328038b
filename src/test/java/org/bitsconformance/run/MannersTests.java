package org.bitsconformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bitsconformance.cli.InProcess;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.ReferenceOptions;
import org.bitsconformance.reference.ReferenceServer;
import org.bitsconformance.result.CaseResult;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.RunVerdict;
import org.bitsconformance.result.Verdict;
import org.bitsconformance.transcript.ReadBack;
import org.bitsconformance.transcript.RecordReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run sends no more than its plan permits, and leaves nothing behind where the target file says how. */
class MannersTests {

    @TempDir
    Path folder;

    @Test
    void a_run_stops_when_the_budget_of_its_plan_is_used_up() throws IOException {
        RunResult result = run("{name: little, title: Little, include: [ping, create-session, close-session],"
                + " budget: {requests: 11}}");

        String reason = "the plan's budget of 11 requests is used up";
        assertThat(result.verdict()).isEqualTo(RunVerdict.INCOMPLETE);
        assertThat(result.reason()).endsWith(reason);
        assertThat(result.cases().get(0).verdict()).isEqualTo(Verdict.PASS);
        assertThat(result.cases().stream()
                        .filter(one -> one.verdict() == Verdict.INCOMPLETE)
                        .map(CaseResult::reason))
                .hasSizeGreaterThan(1)
                .containsOnly(reason);
        assertThat(result.run().traffic().requests()).isEqualTo(11);
        assertThat(result.run().traffic().bytesSent()).isPositive();
        assertThat(result.run().traffic().bytesReceived()).isPositive();
    }

    @Test
    void finished_uploads_are_deleted_if_the_target_file_says_so() throws IOException, InterruptedException {
        try (ReferenceServer server = ReferenceServer.start(
                ReferenceOptions.conformant(Document.WIN32).withoutOverwriting())) {
            RunResult result = run(
                    server,
                    "name: some\ntitle: Some\ninclude: [close-session, overwrite, upload-gap, odd-destination]\n",
                    "cleanup: delete\ncapabilities:\n  overwrite: false\n");
            List<String> places = RecordReader.read(folder.resolve("out").resolve("transcript")).stream()
                    .filter(ReadBack.class::isInstance)
                    .map(ReadBack.class::cast)
                    .filter(ReadBack::same)
                    .map(look -> look.found().where())
                    .toList();

            assertThat(result.verdict()).as(result.reason()).isEqualTo(RunVerdict.CONFORMANT);
            assertThat(places).isNotEmpty();
            for (String place : places) {
                assertThat(status(place)).as(place).isEqualTo(404);
            }
        }
    }

    private RunResult run(String plan) throws IOException {
        try (ReferenceServer server = ReferenceServer.start(ReferenceOptions.conformant(Document.MC_BUP))) {
            return run(server, plan, "");
        }
    }

    private RunResult run(ReferenceServer server, String plan, String target) throws IOException {
        Path planFile = Files.writeString(folder.resolve("plan.yaml"), plan);
        Path targetFile =
                Files.writeString(folder.resolve("target.yaml"), "url: " + server.uploadUrl() + "\n" + target);
        return InProcess.run(InProcess.request(
                "",
                folder.resolve("out"),
                "target",
                targetFile.toString(),
                "plan",
                planFile.toString(),
                "timeout",
                "10s"));
    }

    private static int status(String url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding())
                .statusCode();
    }
}
