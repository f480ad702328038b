package org.bitsconformance.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bitsconformance.transcript.http.Digests;

/**
 * A style sheet or a script that is part of the page.
 *
 * @param text the content between its tags
 * @param hash with which the page's content security policy allows it, and nothing else
 */
record HtmlAsset(String text, String hash) {

    /** Reads one from the folder of the template. */
    static HtmlAsset load(String name) {
        try (InputStream in = HtmlAsset.class.getResourceAsStream("/report/" + name)) {
            if (in == null) {
                throw new IllegalStateException("there is no /report/" + name);
            }
            String read = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String text = "\n" + read.replace("\r\n", "\n").strip() + "\n";
            return new HtmlAsset(text, "sha256-" + base64(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String base64(String text) {
        byte[] hash = Digests.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(hash);
    }
}
