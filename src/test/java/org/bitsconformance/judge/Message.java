package org.bitsconformance.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The text of a request or an answer, right until a test changes one thing; immutable. */
public final class Message {

    private static final Map<Integer, String> REASONS = Map.of(
            200,
            "OK",
            201,
            "Created",
            400,
            "Bad Request",
            403,
            "Forbidden",
            404,
            "Not Found",
            409,
            "Conflict",
            413,
            "Too Large",
            416,
            "Range Not Satisfiable",
            500,
            "Internal Server Error",
            503,
            "Service Unavailable");

    private final String startLine;
    private final List<String> fields;
    private final String body;

    private Message(String startLine, List<String> fields, String body) {
        this.startLine = startLine;
        this.fields = List.copyOf(fields);
        this.body = body;
    }

    public static Message of(String startLine) {
        return new Message(startLine, List.of(), "");
    }

    public Message startLine(String other) {
        return new Message(other, fields, body);
    }

    public Message status(int status) {
        return startLine("HTTP/1.1 " + status + " " + REASONS.getOrDefault(status, "Other"));
    }

    /** The answer of a front end: a status, and no BITS field. */
    public Message ofFrontEnd(int status) {
        return new Message(
                        startLine,
                        fields.stream()
                                .filter(field -> !field.regionMatches(true, 0, "BITS-", 0, 5))
                                .toList(),
                        body)
                .status(status);
    }

    /** An error as MC-BUP writes it. */
    public Message error(int status, String code) {
        return status(status).with("BITS-Error", code).with("BITS-Error-Context", "0x5");
    }

    /** Sets a field: in place if it exists, otherwise at the end. */
    public Message with(String name, String value) {
        String line = name + ": " + value;
        if (fields.stream().noneMatch(field -> isOf(field, name))) {
            return and(line);
        }
        return new Message(
                startLine,
                fields.stream().map(field -> isOf(field, name) ? line : field).toList(),
                body);
    }

    /** Adds a line at the end of the header. */
    public Message and(String line) {
        List<String> more = new ArrayList<>(fields);
        more.add(line);
        return new Message(startLine, more, body);
    }

    public Message without(String name) {
        return new Message(
                startLine, fields.stream().filter(field -> !isOf(field, name)).toList(), body);
    }

    public Message renamed(String name, String other) {
        return new Message(
                startLine,
                fields.stream()
                        .map(field -> isOf(field, name) ? other + field.substring(name.length()) : field)
                        .toList(),
                body);
    }

    /** Sets the body and its length. */
    public Message body(String text) {
        return new Message(startLine, fields, text).with("Content-Length", String.valueOf(text.length()));
    }

    /** Sets the body without changing the header. */
    public Message onlyBody(String text) {
        return new Message(startLine, fields, text);
    }

    public String text() {
        return fields.stream().map(field -> field + "\r\n").collect(Collectors.joining("", startLine + "\r\n", "\r\n"))
                + body;
    }

    private static boolean isOf(String field, String name) {
        return field.regionMatches(true, 0, name + ":", 0, name.length() + 1);
    }
}
