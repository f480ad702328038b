package org.bitsconformance.drive.transport;

import java.util.Optional;
import java.util.OptionalLong;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.Exchange.Timing;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.WireBytes;

/**
 * What crossed a connection for one request.
 *
 * @param connection id of the connection; empty if none could be established
 * @param requestOnConnection 1 for the first request on the connection
 */
public record Traffic(
        String connection,
        int requestOnConnection,
        WireBytes unasked,
        WireBytes request,
        WireBytes answer,
        Ending ending,
        Timing timing) {

    /** The answer as far as it came, parsed once; empty if its header is incomplete or it is not HTTP. */
    public Optional<Answer> received() {
        return ending.answer(request, answer);
    }

    /** Nothing crossed, because no connection could be established. */
    public static Traffic notConnected(WireBytes unasked, long startedMicros, long endedMicros) {
        return new Traffic(
                "",
                0,
                unasked,
                WireBytes.NONE,
                WireBytes.NONE,
                Ending.NOT_CONNECTED,
                new Timing(startedMicros, startedMicros, OptionalLong.empty(), endedMicros));
    }
}
