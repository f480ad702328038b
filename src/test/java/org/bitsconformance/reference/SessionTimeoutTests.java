package org.bitsconformance.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.fault.Fault;
import org.bitsconformance.reference.fault.SessionFault;
import org.bitsconformance.reference.http.Bytes;
import org.bitsconformance.reference.server.Limits;
import org.junit.jupiter.api.Test;

class SessionTimeoutTests {

    private static final Bytes DATA = TestData.bytes(300);

    private final AtomicLong now = new AtomicLong();

    @Test
    void a_session_ends_after_its_time_out_without_progress() {
        Driver driver = driver();
        String session = driver.open("/f");
        rest(9);
        assertThat(driver.fragment("/f", session, DATA, 0, 99).status()).isEqualTo(200);
        rest(9);
        assertThat(driver.fragment("/f", session, DATA, 100, 199).status()).isEqualTo(200);
        rest(6);
        assertThat(driver.fragment("/f", session, DATA, 250, 299).status())
                .as("no progress")
                .isEqualTo(416);
        rest(6);
        assertThat(driver.fragment("/f", session, DATA, 200, 299).status()).isEqualTo(500);
    }

    @Test
    void sessions_may_be_kept_for_ever_or_from_their_start() {
        Driver never = driver(SessionFault.SESSIONS_NEVER_EXPIRE);
        String kept = never.open("/f");
        Driver once = driver(SessionFault.SESSION_TIMER_NOT_RESET);
        String first = once.open("/f");
        rest(9);
        assertThat(once.fragment("/f", first, DATA, 0, 99).status()).isEqualTo(200);
        rest(9);

        assertThat(never.fragment("/f", kept, DATA, 0, 99).status()).isEqualTo(200);
        assertThat(once.fragment("/f", first, DATA, 100, 199).status()).isEqualTo(500);
    }

    private Driver driver(Fault... faults) {
        ReferenceOptions options = ReferenceOptions.conformant(Document.MC_BUP)
                .withLimits(Limits.NONE.withSessionTimeout(Duration.ofSeconds(10)))
                .withFaults(faults);
        return DirectWire.driver(new BitsServer(options, BitsServer.MOST_BYTES, now::get));
    }

    private void rest(long seconds) {
        now.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }
}
