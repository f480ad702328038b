package org.bitsconformance.innocent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bitsconformance.innocent.IncomingRequest.Field;
import org.bitsconformance.protocol.BitsHeaders;

/** How a server understands requests in forms that no BITS client sends, before it treats them as packets. */
final class OddForms {

    private static final List<String> ONCE = List.of(
            BitsHeaders.PACKET_TYPE,
            BitsHeaders.SESSION_ID,
            BitsHeaders.SUPPORTED_PROTOCOLS,
            BitsHeaders.CONTENT_NAME,
            BitsHeaders.CONTENT_LENGTH,
            BitsHeaders.CONTENT_RANGE);

    private final Set<Freedom> freedoms;

    OddForms(Set<Freedom> freedoms) {
        this.freedoms = freedoms;
    }

    /**
     * A request as the server understands it.
     *
     * @throws Refused if its front end does not let the request in
     */
    IncomingRequest admit(IncomingRequest head) throws Refused {
        if (freedoms.contains(Freedom.ODD_FORMS_REFUSED)) {
            refuse(head);
        }
        if (freedoms.contains(Freedom.REPEATED_FIELDS_FIRST)) {
            return head.withHeaders(once(head.headers(), false));
        }
        if (freedoms.contains(Freedom.REPEATED_FIELDS_LAST)) {
            return head.withHeaders(once(head.headers(), true));
        }
        return head;
    }

    private static void refuse(IncomingRequest head) throws Refused {
        if (!head.version().equals("HTTP/1.1")) {
            throw new Refused(505, "HTTP version");
        }
        if (!head.target().startsWith("/")) {
            throw new Refused(400, "target");
        }
        if (head.odd()) {
            throw new Refused(400, "header field");
        }
        for (String name : ONCE) {
            if (head.headers().stream()
                            .filter(field -> field.name().equalsIgnoreCase(name))
                            .count()
                    > 1) {
                throw new Refused(400, "repeated header field");
            }
        }
    }

    private static List<Field> once(List<Field> fields, boolean last) {
        Map<String, Field> kept = new LinkedHashMap<>();
        for (Field field : fields) {
            String name = field.name().toLowerCase(Locale.ROOT);
            if (last) {
                kept.put(name, field);
            } else {
                kept.putIfAbsent(name, field);
            }
        }
        return List.copyOf(kept.values());
    }
}
