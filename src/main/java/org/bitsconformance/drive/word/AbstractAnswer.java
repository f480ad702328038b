package org.bitsconformance.drive.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.http.Answer;

/**
 * What an answer says that a later packet may depend on: its status, its error, and offsets and session ids compared
 * with what was sent. It leaves out dates, lengths and the ids themselves, which differ each time.
 */
final class AbstractAnswer {

    /** The server itself gave no answer. */
    static final String NONE = "no answer";

    /** The symbol has no meaning at this point of the word, so nothing was sent. */
    static final String NOTHING_SENT = "nothing to send";

    /** The connection ended, and nothing was sent. */
    static final String NEW_CONNECTION = "a new connection";

    /** Nobody looked at the destination. */
    static final String NOTHING_SEEN = "nothing to look for";

    private static final Pattern CODE = Pattern.compile("(?i)0x[0-9a-f]{1,8}");

    private final List<String> parts = new ArrayList<>();

    AbstractAnswer(Answer answer) {
        parts.add(String.valueOf(answer.status()));
        code(answer, BitsHeaders.ERROR_CODE)
                .or(() -> code(answer, BitsHeaders.ERROR))
                .ifPresent(parts::add);
        code(answer, BitsHeaders.ERROR_CONTEXT).ifPresent(context -> parts.add("context " + context));
    }

    /** Adds a part. */
    AbstractAnswer saying(String part) {
        parts.add(part);
        return this;
    }

    /** Adds a part, if there is one. */
    AbstractAnswer saying(Optional<String> part) {
        part.ifPresent(parts::add);
        return this;
    }

    /**
     * Which byte the answer to a fragment wants next, compared with what was sent; empty if it refuses the fragment and
     * names no byte.
     *
     * @param before the byte that was wanted before
     * @param last offset of the fragment's last byte
     */
    static Optional<String> offset(Answer answer, long before, long last) {
        Optional<String> given = answer.headers().first(BitsHeaders.RECEIVED_CONTENT_RANGE);
        if (given.isEmpty()) {
            return answer.success() ? Optional.of("no offset") : Optional.empty();
        }
        if (!given.get().matches("\\d{1,18}")) {
            return Optional.of("an offset that is no number");
        }
        long offset = Long.parseLong(given.get());
        if (offset == before) {
            return Optional.of("offset as before");
        }
        if (offset == last + 1) {
            return Optional.of("offset after it");
        }
        return Optional.of(offset == 0 ? "offset 0" : String.format(Locale.ROOT, "offset %+d", offset - before));
    }

    /** A documented error, in one spelling; any other error without its code. */
    private static Optional<String> code(Answer answer, String header) {
        return answer.headers().first(header).map(value -> {
            String stripped = value.strip();
            return CODE.matcher(stripped).matches()
                    ? "0x" + Long.toHexString(Long.parseLong(stripped.substring(2), 16))
                    : header + " of another form";
        });
    }

    /** The parts, separated by commas. */
    @Override
    public String toString() {
        return String.join(", ", parts);
    }
}
