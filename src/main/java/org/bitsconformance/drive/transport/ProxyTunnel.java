package org.bitsconformance.drive.transport;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.bitsconformance.drive.auth.Challenges;
import org.bitsconformance.target.Proxy;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.HostPort;
import org.bitsconformance.transcript.http.WireBytes;

/** Asks an HTTP proxy for a tunnel to a server (RFC 2817 5.2). */
final class ProxyTunnel {

    private static final int LONGEST_HEAD = 64 << 10;

    private ProxyTunnel() {}

    /**
     * Asks over a connection to the proxy, which afterwards is a connection to the server. The caller sets the time
     * limit.
     *
     * @throws ConnectException when the proxy does not open the tunnel
     */
    static void open(Socket plain, URI url, Proxy proxy) throws IOException {
        String host = HostPort.of(url).written() + ":" + HostPort.of(url).port();
        String request = "CONNECT " + host + " HTTP/1.1\r\nHost: " + host + "\r\n"
                + proxy.authorization()
                        .map(value -> "Proxy-Authorization: " + value + "\r\n")
                        .orElse("")
                + "\r\n";
        plain.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        plain.getOutputStream().flush();
        Optional<Answer> answer = WireBytes.of(head(plain.getInputStream())).answer("HEAD", true);
        if (answer.isEmpty()) {
            throw new ConnectException(
                    ConnectException.Cause.PROXY, proxy.where() + " did not answer like an HTTP proxy", null);
        }
        int status = answer.get().status();
        if (status == 407) {
            throw new ConnectException(
                    ConnectException.Cause.PROXY_CREDENTIALS,
                    Challenges.ofProxy(answer.get()).offered(),
                    null);
        }
        if (status < 200 || status > 299) {
            throw new ConnectException(
                    ConnectException.Cause.PROXY, proxy.where() + " answered " + status + " to CONNECT " + host, null);
        }
    }

    /** Reads byte by byte, since what follows belongs to the tunnel. */
    private static String head(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf("\r\n\r\n", Math.max(0, text.length() - 4)) < 0 && text.length() < LONGEST_HEAD) {
            int next = in.read();
            if (next < 0) {
                return text.toString();
            }
            text.append((char) next);
        }
        return text.toString();
    }
}
