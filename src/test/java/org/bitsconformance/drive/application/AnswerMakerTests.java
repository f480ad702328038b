package org.bitsconformance.drive.application;

import static org.assertj.core.api.Assertions.assertThatIOException;

import org.junit.jupiter.api.Test;

class AnswerMakerTests {

    @Test
    void makesNoAnswerAfterItsEnd() {
        AnswerMaker maker = new AnswerMaker();
        maker.close();

        assertThatIOException()
                .isThrownBy(() -> maker.bytes(ApplicationAnswer.of(200)))
                .withMessageContaining("the server application has stopped");
    }
}
