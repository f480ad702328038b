package org.bitsconformance.drive.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bitsconformance.protocol.UploadProtocol;

/** Builds values of {@code BITS-Supported-Protocols} from the words in a table. */
final class ProtocolList {

    private ProtocolList() {}

    /**
     * A list with the BITS 1.5 GUID in it.
     *
     * @param position {@code first}, {@code middle} or {@code last} among the others
     * @param others how many GUIDs of protocols that do not exist
     * @param letters {@code lower}, {@code upper} or {@code mixed} case of the known GUID
     * @param times how often the known GUID appears
     * @param delimiter {@code space}, {@code spaces}, {@code tab}, {@code comma} or {@code comma-space}
     */
    static String with(String position, int others, String letters, int times, String delimiter) {
        List<String> list = new ArrayList<>();
        for (int i = 1; i <= others; i++) {
            list.add(unknown(i));
        }
        int at = switch (position) {
            case "first" -> 0;
            case "middle" -> others / 2;
            case "last" -> others;
            default -> throw new IllegalArgumentException(position);
        };
        for (int i = 0; i < times; i++) {
            list.add(at, known(letters));
        }
        return String.join(between(delimiter), list);
    }

    /** A GUID of a protocol that does not exist. */
    static String unknown(int number) {
        return "{00000000-0000-4000-8000-%012x}".formatted(number);
    }

    private static String known(String letters) {
        String guid = UploadProtocol.BITS_1_5;
        return switch (letters) {
            case "lower" -> guid.toLowerCase(Locale.ROOT);
            case "upper" -> guid.toUpperCase(Locale.ROOT);
            case "mixed" -> guid.substring(0, 10).toUpperCase(Locale.ROOT) + guid.substring(10);
            default -> throw new IllegalArgumentException(letters);
        };
    }

    private static String between(String delimiter) {
        return switch (delimiter) {
            case "space" -> " ";
            case "spaces" -> "   ";
            case "tab" -> "\t";
            case "comma" -> ",";
            case "comma-space" -> ", ";
            default -> throw new IllegalArgumentException(delimiter);
        };
    }
}
