package org.bitsconformance.reference;

import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.bitsconformance.reference.fault.Fault;
import org.bitsconformance.upload.ReceivedUpload;

/** A BITS server without sockets, which answers for a WireMock server of somebody else. */
public final class StubbedServer {

    private final BitsServer server;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AnsweringTransformer answers;

    /** Throws {@link IllegalArgumentException} if a fault is below HTTP, where WireMock does not reach. */
    public StubbedServer(ReferenceOptions options) {
        options.faults().stream().filter(Fault::needsSocket).findFirst().ifPresent(fault -> {
            throw new IllegalArgumentException(
                    fault.id() + " is a fault below HTTP, which WireMock cannot play; ReferenceServerExtension can");
        });
        this.server = new BitsServer(options, BitsServer.MOST_BYTES);
        this.answers = new AnsweringTransformer(server, closing);
    }

    /** The answer to a request. */
    public Response answer(LoggedRequest request) {
        return answers.answer(request);
    }

    /** What has arrived and was not cancelled, by path. */
    public List<ReceivedUpload> uploads() {
        return server.uploads();
    }

    /** Drops answers that are held back. */
    public void close() {
        closing.countDown();
    }
}
