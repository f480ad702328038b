package org.bitsconformance.report.har;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bitsconformance.report.har.HarMessage.Field;
import org.bitsconformance.transcript.http.Request;
import org.bitsconformance.transcript.http.WireBytes;

/**
 * A request in a HAR file. The names of the components are the keys of HAR.
 *
 * @param url absolute; what a URL may not contain is escaped
 * @param headersSize of the head as sent, in bytes
 * @param bodySize of the body as sent, in bytes, including chunked coding
 * @param postData missing if there was no body
 * @param comment missing if nothing was left out
 */
record HarRequest(
        String method,
        String url,
        String httpVersion,
        List<Object> cookies,
        List<Field> headers,
        List<Field> queryString,
        long headersSize,
        long bodySize,
        Optional<PostData> postData,
        Optional<String> comment) {

    private static final Pattern ABSOLUTE = Pattern.compile("(?i)https?://[A-Za-z0-9.:\\[\\]_-]+(/.*)?");
    private static final Pattern ORIGIN = Pattern.compile("(?i)https?://[A-Za-z0-9.:\\[\\]_-]+");
    private static final Pattern AUTHORITY =
            Pattern.compile("[A-Za-z0-9._-]+(:[0-9]{1,5})?|\\[[0-9A-Fa-f:.]+](:[0-9]{1,5})?");
    private static final Pattern ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final String IN_URLS = "-._~:/?@!$&'()*+,;=%";

    /**
     * A body.
     *
     * @param text missing if the record does not keep it
     * @param encoding {@code base64} if the text is not the bytes themselves; our own field, since HAR has none here
     */
    record PostData(
            String mimeType,
            Optional<String> text,
            @JsonProperty("_encoding") Optional<String> encoding,
            Optional<String> comment) {}

    /**
     * Reads a recorded request.
     *
     * @param base URL to which the run uploaded
     */
    static HarRequest of(WireBytes bytes, String base) {
        Request request = Request.parse(bytes);
        int head = HarMessage.headLength(bytes, 1);
        long body = bytes.length() - head;
        String url = url(request, base);
        return new HarRequest(
                HarMessage.cut(request.method()),
                url,
                HarMessage.cut(request.version()),
                List.of(),
                HarMessage.fields(request.headers()),
                query(url),
                head,
                body,
                body == 0 ? Optional.empty() : Optional.of(postData(request, bytes, head)),
                HarMessage.cut(request.headers().fields())
                        ? Optional.of("header fields are cut; transcript/ has them")
                        : Optional.empty());
    }

    private static PostData postData(Request request, WireBytes bytes, int head) {
        String type = HarMessage.contentType(request.headers());
        if (bytes.omitted().isPresent()) {
            return new PostData(
                    type,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("the body is not kept; its last "
                            + bytes.omitted().get().length() + " bytes have the SHA-256 "
                            + bytes.omitted().get().sha256()));
        }
        HarText text = HarText.of(bytes.text().substring(head));
        return new PostData(
                type,
                Optional.of(text.text()),
                text.encoding(),
                text.encoding().map(encoding -> "text is the body in Base64"));
    }

    private static String url(Request request, String base) {
        String target = request.target();
        if (ABSOLUTE.matcher(target).matches()) {
            return HarMessage.cut(escaped(target));
        }
        Matcher where = ORIGIN.matcher(base);
        String origin = where.lookingAt() ? where.group() : "http://unknown.invalid";
        String host = request.headers()
                .first("Host")
                .filter(value -> AUTHORITY.matcher(value).matches())
                .orElse(origin.substring(origin.indexOf("//") + 2));
        return HarMessage.cut(origin.substring(0, origin.indexOf("//") + 2) + host + escaped(request.resource()));
    }

    private static String escaped(String target) {
        StringBuilder url = new StringBuilder();
        ESCAPE.matcher(target).replaceAll("%25").chars().forEach(c -> {
            if ((c < 0x80 && Character.isLetterOrDigit(c)) || IN_URLS.indexOf(c) >= 0) {
                url.append((char) c);
            } else {
                url.append("%%%02X".formatted(c));
            }
        });
        return url.toString();
    }

    private static List<Field> query(String url) {
        int start = url.indexOf('?');
        if (start < 0 || start == url.length() - 1) {
            return List.of();
        }
        return Stream.of(url.substring(start + 1).split("&"))
                .limit(HarMessage.MOST_FIELDS)
                .map(part -> part.split("=", 2))
                .map(parts -> Field.of(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : ""))
                .toList();
    }

    private static String decoded(String part) {
        return URLDecoder.decode(ESCAPE.matcher(part).replaceAll("%25"), StandardCharsets.UTF_8);
    }
}
