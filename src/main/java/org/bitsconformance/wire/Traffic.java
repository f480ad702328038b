package org.bitsconformance.wire;

import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.Exchange.Timing;
import org.bitsconformance.transcript.WireBytes;

/**
 * What crossed a connection for one request.
 *
 * @param connection id of the connection, empty when none could be established
 * @param requestOnConnection 1 for the first request on the connection
 */
record Traffic(
        String connection,
        int requestOnConnection,
        WireBytes unasked,
        WireBytes request,
        WireBytes answer,
        Ending ending,
        Timing timing) {}
