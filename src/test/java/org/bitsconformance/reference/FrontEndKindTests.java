package org.bitsconformance.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.fault.SessionFault;
import org.bitsconformance.reference.fault.WireFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FrontEndKindTests {

    @ParameterizedTest
    @EnumSource
    void hasAName(FrontEndKind frontEnd) {
        assertThat(FrontEndKind.named(frontEnd.optionName())).contains(frontEnd);
        assertThat(FrontEndKind.named(frontEnd.name())).isEmpty();
    }

    @Test
    void isWireMockUnlessAFaultNeedsTheSocket() {
        ReferenceOptions options = ReferenceOptions.conformant(Document.MC_BUP);
        assertThat(options.entrance().frontEnd()).isEqualTo(FrontEndKind.WIREMOCK);
        assertThat(options.withFaults(SessionFault.CLOSE_NEVER_ANSWERED)
                        .entrance()
                        .frontEnd())
                .isEqualTo(FrontEndKind.WIREMOCK);
        assertThat(options.withFaults(WireFault.CLOSE_ANSWER_DRIPS)
                        .withFrontEnd(FrontEndKind.WIREMOCK)
                        .entrance()
                        .frontEnd())
                .isEqualTo(FrontEndKind.SOCKET);
        assertThat(options.withFrontEnd(FrontEndKind.SOCKET)
                        .withPort(1)
                        .entrance()
                        .frontEnd())
                .isEqualTo(FrontEndKind.SOCKET);
    }
}
