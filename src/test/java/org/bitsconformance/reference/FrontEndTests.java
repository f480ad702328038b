package org.bitsconformance.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.fault.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FrontEndTests {

    @ParameterizedTest
    @EnumSource
    void hasAName(FrontEnd frontEnd) {
        assertThat(FrontEnd.named(frontEnd.optionName())).contains(frontEnd);
        assertThat(FrontEnd.named(frontEnd.name())).isEmpty();
    }

    @Test
    void isWireMockUnlessAFaultNeedsTheSocket() {
        ReferenceOptions options = ReferenceOptions.conformant(Document.MC_BUP);
        assertThat(options.frontEnd()).isEqualTo(FrontEnd.WIREMOCK);
        assertThat(options.withFaults(Fault.CLOSE_NEVER_ANSWERED).frontEnd()).isEqualTo(FrontEnd.WIREMOCK);
        assertThat(options.withFaults(Fault.CLOSE_ANSWER_DRIPS)
                        .withFrontEnd(FrontEnd.WIREMOCK)
                        .frontEnd())
                .isEqualTo(FrontEnd.SOCKET);
        assertThat(options.withFrontEnd(FrontEnd.SOCKET).withPort(1).frontEnd()).isEqualTo(FrontEnd.SOCKET);
    }
}
