package org.bitsconformance.reference.stimulus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.reference.http.Bytes;
import org.bitsconformance.reference.http.Delivery;
import org.bitsconformance.reference.http.HeaderField;
import org.bitsconformance.reference.http.HeaderFields;
import org.bitsconformance.reference.http.ServerAnswer;

/** Stimuli in which right answers come in an unusual form. */
enum FormStimulus implements Stimulus {
    FORM_CHUNKED(Script.always(
            Moment.packet(), Moves.dropping(BitsHeaders.CONTENT_LENGTH).and(Moves.delivering(Delivery.CHUNKED)))),

    FORM_CONTINUE(Script.always(Moment.packet(), Moves.delivering(Delivery.AFTER_CONTINUE))),

    FORM_NAMES_LOWER(Script.always(
            Moment.packet(), fields(field -> new HeaderField(field.name().toLowerCase(Locale.ROOT), field.value())))),

    FORM_NAMES_UPPER(Script.always(
            Moment.packet(), fields(field -> new HeaderField(field.name().toUpperCase(Locale.ROOT), field.value())))),

    FORM_ORDER_REVERSED(Script.always(Moment.packet(), Moves.changing((situation, right) -> reversed(right)))),

    FORM_BLANKS(Script.always(
            Moment.packet(), fields(field -> new HeaderField(field.name(), "\t  " + field.value() + " \t")))),

    FORM_NO_BLANKS(Script.always(Moment.packet(), Moves.delivering(Delivery.WITHOUT_BLANKS))),

    FORM_NO_REASON(Script.always(Moment.packet(), Moves.delivering(Delivery.WITHOUT_REASON))),

    FORM_HEADERS_EXTRA(Script.always(
            Moment.packet(),
            Moves.setting("X-Request", "42")
                    .and(Moves.setting("BITS-Next-Version", "{1}; q=1, 2"))
                    .and(Moves.setting("Server", "Example/1.0 (a, b)")))),

    FORM_BODY(Script.always(
            Moment.fragment(), Moves.changing((situation, right) -> right.with(Bytes.of("thank you\n"))))),

    FORM_HTTP_1_0(Script.always(Moment.packet(), Moves.delivering(Delivery.HTTP_1_0))),

    FORM_NO_PACKET_TYPE(Script.always(Moment.packet(), Moves.dropping(BitsHeaders.PACKET_TYPE)));

    @SuppressWarnings("ImmutableEnumChecker") // a script has no state
    private final Script script;

    FormStimulus(Script script) {
        this.script = script;
    }

    /** Writes each header field in another way. */
    private static Move fields(UnaryOperator<HeaderField> how) {
        return Moves.changing((situation, right) -> right.with(
                new HeaderFields(right.headers().fields().stream().map(how).toList())));
    }

    private static ServerAnswer reversed(ServerAnswer right) {
        List<HeaderField> fields = new ArrayList<>(right.headers().fields());
        Collections.reverse(fields);
        return right.with(new HeaderFields(fields));
    }

    @Override
    public Script script() {
        return script;
    }
}
