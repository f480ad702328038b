package org.bitsconformance.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.List;
import java.util.regex.Pattern;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.ReferenceOptions;
import org.bitsconformance.reference.StubbedServer;
import org.bitsconformance.upload.ReceivedUpload;

/**
 * An extension of WireMock that answers BITS uploads, as the suite's reference server does:
 *
 * <pre>{@code
 * BitsUploads uploads = new BitsUploads();
 * WireMockServer wireMock = new WireMockServer(options().dynamicPort().extensions(uploads));
 * wireMock.start();
 * wireMock.stubFor(BitsUploads.below("/upload/"));
 * }</pre>
 *
 * <p>It answers the stubs that name it as their transformer, and no others. Uploads are kept in memory; GET reads a
 * finished one and DELETE removes it. WireMock unpacks bodies that look like gzip before anybody sees them, so such
 * files arrive wrong. Thread-safe.
 */
public final class BitsUploads implements ResponseTransformerV2 {

    /** The name of the transformer, for stubs in JSON. */
    public static final String NAME = "bits-uploads";

    private final StubbedServer server;

    /** A stub that follows MC-BUP. */
    public BitsUploads() {
        this(ReferenceOptions.conformant(Document.MC_BUP));
    }

    private BitsUploads(ReferenceOptions options) {
        this.server = new StubbedServer(options);
    }

    /**
     * A stub that is wrong in these ways.
     *
     * @param dialect {@code mc-bup} or {@code win32}: the document that it follows where the two disagree
     * @param faults ids of faults, as the command {@code faults} lists them
     * @throws IllegalArgumentException if there is no such dialect or fault, or a fault is below HTTP
     */
    public static BitsUploads with(String dialect, String... faults) {
        return new BitsUploads(ReferenceOptions.conformant(ReferenceOptions.dialect(dialect))
                .withFaults(ReferenceOptions.faults(faults)));
    }

    /** A stub of every upload whose path begins with {@code folder}, such as {@code /upload/}. */
    public static MappingBuilder below(String folder) {
        return any(urlPathMatching(Pattern.quote(folder) + ".*")).willReturn(response());
    }

    /** The response for stubs with a request pattern of their own. */
    public static ResponseDefinitionBuilder response() {
        return aResponse().withTransformers(NAME);
    }

    /** What has arrived and was not cancelled, by path. */
    public List<ReceivedUpload> uploads() {
        return server.uploads();
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public Response transform(Response response, ServeEvent event) {
        return server.answer(event.getRequest());
    }

    @Override
    public void stop() {
        server.close();
    }
}
