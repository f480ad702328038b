package org.bitsconformance.reference.server;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.UploadProtocol;
import org.bitsconformance.reference.http.ReceivedPacket;

/**
 * The protocols that a Create-Session offers (MC-BUP 2.2.2.2; Win32 create-session).
 *
 * @param entries the texts between the delimiters of the list, in order
 */
public record ProtocolOffer(List<String> entries) {

    private static final String DELIMITERS = "[ \\t,]+";

    private static final Pattern GUID = Pattern.compile("\\{[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}}");

    public static ProtocolOffer in(ReceivedPacket packet) {
        return new ProtocolOffer(packet.headers().all(BitsHeaders.SUPPORTED_PROTOCOLS).stream()
                .flatMap(list -> Arrays.stream(list.split(DELIMITERS)))
                .filter(entry -> !entry.isEmpty())
                .toList());
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Whether the list names the one existing protocol; entries that this server does not know are ignored. */
    public boolean includesKnown() {
        return entries.stream().anyMatch(ProtocolOffer::isKnown);
    }

    /** Whether the list names it in the case that the documents use. */
    public boolean includesKnownAsDocumented() {
        return entries.contains(UploadProtocol.BITS_1_5);
    }

    public boolean beginsWithKnown() {
        return !isEmpty() && isKnown(entries.get(0));
    }

    public boolean endsWithKnown() {
        return !isEmpty() && isKnown(entries.get(entries.size() - 1));
    }

    /** Whether a GUID that is not a protocol comes before the first that is one. */
    public boolean hasUnknownBeforeKnown() {
        return entries.stream()
                .takeWhile(entry -> !isKnown(entry))
                .anyMatch(entry -> GUID.matcher(entry).matches());
    }

    /** Whether all entries are GUIDs in braces. */
    public boolean isWellFormed() {
        return entries.stream().allMatch(entry -> GUID.matcher(entry).matches());
    }

    private static boolean isKnown(String entry) {
        return UploadProtocol.BITS_1_5.equalsIgnoreCase(entry);
    }
}
