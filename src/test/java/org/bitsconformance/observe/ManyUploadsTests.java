package org.bitsconformance.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.protocol.Side;
import org.bitsconformance.reference.FrontEndKind;
import org.bitsconformance.reference.ReferenceOptions;
import org.bitsconformance.reference.ReferenceServer;
import org.bitsconformance.result.RunVerdict;
import org.bitsconformance.run.JudgeRequest;
import org.bitsconformance.run.Rejudged;
import org.bitsconformance.transcript.http.Payload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many uploads at once pass the proxy unharmed, and are judged each on its own. */
class ManyUploadsTests {

    private static final int UPLOADS = 100;
    private static final int CONNECTIONS = 16;
    private static final int FRAGMENT = 8_000;

    @TempDir
    Path folder;

    private static byte[] content(int number) {
        int length = 1 + number * 997 % 70_000;
        return new Payload(number, length).range(0, length);
    }

    @Test
    void a_hundred_by_sixteen_connections() throws Exception {
        ReferenceOptions options = ReferenceOptions.conformant(Document.MC_BUP).withFrontEnd(FrontEndKind.SOCKET);
        try (ReferenceServer server = ReferenceServer.start(options)) {
            String upstream = server.uploadUrl().toString();
            try (Observation observation =
                    Observation.start(Between.settings(folder, upstream, Duration.ofSeconds(20)))) {
                assertThat(uploadAll(observation.url().getPort())).containsOnly(200);
                assertThat(observation.numbers().uploads()).isEqualTo(UPLOADS);
            }
            for (int i = 0; i < UPLOADS; i++) {
                assertThat(at(upstream + i)).isEqualTo(content(i));
            }
        }
        Rejudged judged = Rejudged.of(new JudgeRequest(
                folder.toString(), Optional.empty(), false, Optional.empty(), Optional.of(folder.toString())));
        assertThat(judged.result().cases()).hasSize(UPLOADS);
        assertThat(judged.result().judgement().sides())
                .filteredOn(side -> side.side() == Side.SERVER)
                .extracting(side -> side.verdict())
                .containsExactly(RunVerdict.CONFORMANT);
    }

    private static List<Integer> uploadAll(int port) throws Exception {
        AtomicInteger next = new AtomicInteger();
        ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Future<List<Integer>>> all = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                all.add(clients.submit(() -> uploadSome(port, next)));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<List<Integer>> one : all) {
                statuses.addAll(one.get());
            }
            return statuses;
        } finally {
            clients.shutdownNow();
        }
    }

    private static List<Integer> uploadSome(int port, AtomicInteger next) {
        List<Integer> statuses = new ArrayList<>();
        try (PlainClient client = new PlainClient(port)) {
            for (int number = next.getAndIncrement(); number < UPLOADS; number = next.getAndIncrement()) {
                statuses.add(client.upload("/upload/" + number, content(number), FRAGMENT));
            }
        }
        return statuses;
    }

    private static byte[] at(String url) throws IOException {
        try (InputStream in = URI.create(url).toURL().openStream()) {
            return in.readAllBytes();
        }
    }
}
