package org.bitsconformance.reference.client;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The families of faults of clients. A new fault is added only to its family. */
public final class ClientFaults {

    private static final List<ClientFault> ALL = Stream.<ClientFault[]>of(
                    RequestFault.values(),
                    PacketFault.values(),
                    OfferFault.values(),
                    NameFault.values(),
                    SessionIdFault.values(),
                    RangeFault.values(),
                    EncodingFault.values(),
                    CourseFault.values(),
                    OffsetFault.values(),
                    EndFault.values(),
                    LostSessionFault.values(),
                    AnswerFault.values(),
                    ClaimFault.values(),
                    HostFault.values(),
                    CredentialFault.values(),
                    ReplyHandlingFault.values(),
                    ApplicationErrorFault.values())
            .flatMap(Stream::of)
            .toList();

    private ClientFaults() {}

    /** Every fault, family by family. */
    public static List<ClientFault> all() {
        return ALL;
    }

    /** The fault with this id; empty for any other word. */
    public static Optional<ClientFault> named(String id) {
        return ALL.stream().filter(fault -> fault.id().equals(id)).findFirst();
    }
}
