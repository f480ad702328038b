package sample;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A small BITS client, which uploads bytes in fragments and goes on from the offset that the server names. */
public final class UploadClient {

    private static final String PROTOCOL = "{7df0354d-249b-430f-820d-3d2a9bef4931}";

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int fragment;

    /** {@code fragment} is the size of fragments, in bytes. */
    public UploadClient(int fragment) {
        this.fragment = fragment;
    }

    /** Uploads a file; throws an exception if the server refuses it. */
    public void upload(byte[] file, URI url) throws IOException, InterruptedException {
        String name = url.getPath().substring(url.getPath().lastIndexOf('/') + 1);
        HttpResponse<Void> created = send(
                packet(url, "Create-Session", new byte[0], "BITS-Supported-Protocols", PROTOCOL, "Content-Name", name));
        accepted(created);
        String session = created.headers().firstValue("BITS-Session-Id").orElseThrow();
        int next = 0;
        while (next < file.length) {
            int end = Math.min(file.length, next + fragment);
            byte[] bytes = java.util.Arrays.copyOfRange(file, next, end);
            String range = "bytes " + next + "-" + (end - 1) + "/" + file.length;
            HttpResponse<Void> ack = send(packet(
                    url, "Fragment", bytes, "BITS-Session-Id", session, "Content-Range", range, "Content-Name", name));
            if (ack.statusCode() != 416) {
                accepted(ack);
            }
            next = Integer.parseInt(ack.headers().firstValue("BITS-Received-Content-Range").orElseThrow());
        }
        accepted(send(packet(url, "Close-Session", new byte[0], "BITS-Session-Id", session)));
    }

    private static HttpRequest packet(URI url, String type, byte[] body, String... headers) {
        return HttpRequest.newBuilder(url)
                .method("BITS_POST", BodyPublishers.ofByteArray(body))
                .header("BITS-Packet-Type", type)
                .headers(headers)
                .build();
    }

    private HttpResponse<Void> send(HttpRequest packet) throws IOException, InterruptedException {
        return http.send(packet, BodyHandlers.discarding());
    }

    private static void accepted(HttpResponse<Void> ack) throws IOException {
        if (ack.statusCode() != 200) {
            throw new IOException("the server answered " + ack.statusCode());
        }
    }
}
