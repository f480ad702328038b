package org.bitsconformance.reference.fault;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Hresult;
import org.bitsconformance.reference.http.Bytes;
import org.bitsconformance.reference.http.ServerAnswer;
import org.bitsconformance.reference.http.StatusCode;
import org.bitsconformance.reference.server.Ack;
import org.bitsconformance.reference.server.ProtocolOffer;

/** The wrong values that faults use instead of the right ones. */
public final class FaultyValues {

    /** A well-formed GUID that is neither a protocol nor a session. */
    public static final String OTHER_GUID = "{0BADC0DE-0000-4000-8000-000000000000}";

    public static final Bytes PAGE = Bytes.of("<html><body><h1>Error</h1></body></html>\n");

    private FaultyValues() {}

    /** Names the start of the refused fragment as the offset from which to go on. */
    static ServerAnswer offsetOfPacket(Ack ack) {
        return ack.exchange()
                .range()
                .map(range -> ack.answer().with(BitsHeaders.RECEIVED_CONTENT_RANGE, String.valueOf(range.first())))
                .orElseGet(ack::answer);
    }

    static ServerAnswer withoutErrorCode(Ack ack) {
        return ack.answer().without(ack.exchange().reading().errorHeader());
    }

    static ServerAnswer withErrorCode(Ack ack) {
        return ack.answer().with(ack.exchange().reading().errorHeader(), Hresult.E_INVALIDARG.hex());
    }

    /** A page with the same status, like that of an HTTP server around an application. */
    static ServerAnswer pageWithoutAck(Ack ack) {
        return ServerAnswer.empty(ack.answer().status())
                .with("Content-Type", "text/html")
                .with(PAGE);
    }

    /** A refusal that only the body states. */
    static ServerAnswer successInWords() {
        return ServerAnswer.empty(StatusCode.OK)
                .with("Content-Type", "text/plain")
                .with(Bytes.of("Error: no such session\n"));
    }

    /** The answer with S_FALSE, which is not an error. */
    static ServerAnswer withErrorOfSuccess(Ack ack) {
        return ack.answer().with(ack.exchange().reading().errorHeader(), "0x00000001");
    }

    static ServerAnswer withErrorInWords(Ack ack) {
        return ack.answer().with(ack.exchange().reading().errorHeader(), "session not found");
    }

    /** The answer with E_FAIL, which the documents do not list. */
    static ServerAnswer withUnspecificError(Ack ack) {
        return ack.answer().with(ack.exchange().reading().errorHeader(), "0x80004005");
    }

    static ServerAnswer withHost(Ack ack, String host, String timeout) {
        return ack.answer().with(BitsHeaders.HOST_ID, host).with(BitsHeaders.HOST_ID_FALLBACK_TIMEOUT, timeout);
    }

    /** Names the first entry of the list as the protocol chosen. */
    static ServerAnswer choosingFirst(Ack ack) {
        String first = ProtocolOffer.in(ack.exchange().packet()).entries().get(0);
        return ack.answer().with(BitsHeaders.PROTOCOL, first);
    }

    static List<Bytes> withoutLastByte(List<Bytes> blocks) {
        Bytes whole = Bytes.joined(blocks);
        return List.of(whole.slice(0, whole.length() - 1));
    }

    static List<Bytes> withFlippedBit(List<Bytes> blocks) {
        Bytes whole = Bytes.joined(blocks);
        return List.of(whole.withFlippedBit(whole.length() / 2));
    }

    /** Each block decoded as text: what is not UTF-8 becomes a replacement character. */
    static List<Bytes> asText(List<Bytes> blocks) {
        return blocks.stream()
                .map(block -> Bytes.of(new String(block.array(), StandardCharsets.UTF_8)))
                .toList();
    }

    /** Each block written over the start of those before it. */
    static List<Bytes> fromStart(List<Bytes> blocks) {
        Bytes file = Bytes.NONE;
        for (Bytes block : blocks) {
            file = file.length() > block.length() ? file.under(block) : block;
        }
        return List.of(file);
    }

    /** The blocks, with a zero byte before each except the first. */
    static List<Bytes> aByteLate(List<Bytes> blocks) {
        List<Bytes> late = new ArrayList<>();
        for (Bytes block : blocks) {
            if (!late.isEmpty()) {
                late.add(Bytes.of(new byte[1]));
            }
            late.add(block);
        }
        return late;
    }

    static List<Bytes> withFirstBlockTwice(List<Bytes> blocks) {
        List<Bytes> doubled = new ArrayList<>(blocks);
        doubled.add(0, blocks.get(0));
        return doubled;
    }
}
