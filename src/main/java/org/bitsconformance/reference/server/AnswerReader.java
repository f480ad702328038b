package org.bitsconformance.reference.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.reference.http.HeaderFields;
import org.bitsconformance.reference.http.MalformedRequest;
import org.bitsconformance.reference.http.RequestBody;
import org.bitsconformance.reference.http.RequestHead;
import org.bitsconformance.reference.http.RequestReader;
import org.bitsconformance.reference.http.StatusCode;

/** Reads the answer of a server application from its connection, and finds what is wrong with it (MC-BUP 3.3.5.3.2). */
final class AnswerReader {

    private static final String HTTP = "HTTP/";
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/(\\d+\\.\\d+) ([1-5]\\d\\d)(?: .*)?");
    private static final int FIRST_FINAL = 200;
    private static final int TO_THE_END = -2;

    private final InputStream in;
    private final RequestReader messages;

    AnswerReader(InputStream in) {
        this.in = new BufferedInputStream(in);
        this.messages = new RequestReader(this.in);
    }

    /** The answer, or what arrived of it with the reason why it is not valid. */
    BackEndAnswer read() {
        if (isReset()) {
            return BackEndAnswer.missing(Refusal.NOTICE_UNSENT);
        }
        try {
            return beginsAsHttp() ? message() : BackEndAnswer.missing(Refusal.NOTICE_ANSWER_INVALID);
        } catch (MalformedRequest malformed) {
            return BackEndAnswer.missing(Refusal.NOTICE_ANSWER_INVALID);
        } catch (IOException cutOff) {
            return BackEndAnswer.missing(Refusal.NOTICE_UNANSWERED);
        }
    }

    /** Whether the connection was reset before the first byte. The byte is put back. */
    private boolean isReset() {
        in.mark(1);
        try {
            if (in.read() >= 0) {
                in.reset();
            }
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    /** Whether the first bytes, as far as there are any, are those of HTTP. */
    private boolean beginsAsHttp() throws IOException {
        in.mark(HTTP.length());
        for (int i = 0; i < HTTP.length(); i++) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            if (next != HTTP.charAt(i)) {
                return false;
            }
        }
        in.reset();
        return true;
    }

    private BackEndAnswer message() throws IOException, MalformedRequest {
        while (true) {
            Optional<RequestReader.Section> section = messages.section();
            if (section.isEmpty()) {
                return BackEndAnswer.missing(Refusal.NOTICE_UNANSWERED);
            }
            Matcher line = STATUS_LINE.matcher(section.get().startLine());
            if (!line.matches()) {
                throw new MalformedRequest("no status line");
            }
            int status = Integer.parseInt(line.group(2));
            if (status >= FIRST_FINAL) {
                return message(line.group(1), status, section.get().headers());
            }
        }
    }

    private BackEndAnswer message(String version, int status, HeaderFields headers) throws MalformedRequest {
        long length = lengthOf(status, headers);
        RequestBody body = length == TO_THE_END ? messages.rest() : messages.body(length);
        BackEndAnswer answer = BackEndAnswer.of(status, headers).with(body.bytes());
        if (!version.equals("1.1")) {
            return answer.with(Refusal.NOTICE_ANSWER_OF_OTHER_VERSION);
        }
        return body.whole() ? answer : answer.with(Refusal.NOTICE_ANSWER_CUT);
    }

    private static long lengthOf(int status, HeaderFields headers) throws MalformedRequest {
        if (status == StatusCode.NO_CONTENT.code() || status == StatusCode.NOT_MODIFIED.code()) {
            return 0;
        }
        if (headers.contains("Transfer-Encoding")) {
            if (!headers.all("Transfer-Encoding").equals(List.of("chunked"))) {
                throw new MalformedRequest("an unknown transfer coding");
            }
            return RequestHead.CHUNKED;
        }
        List<String> lengths =
                headers.all(BitsHeaders.CONTENT_LENGTH).stream().distinct().toList();
        if (lengths.size() > 1 || (lengths.size() == 1 && !lengths.get(0).matches("\\d{1,18}"))) {
            throw new MalformedRequest("not one Content-Length");
        }
        return lengths.isEmpty() ? TO_THE_END : Long.parseLong(lengths.get(0));
    }
}
