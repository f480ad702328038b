package org.bitsconformance.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitsconformance.protocol.BitsHeaders.ERROR;
import static org.bitsconformance.protocol.BitsHeaders.ERROR_CONTEXT;
import static org.bitsconformance.protocol.BitsHeaders.RECEIVED_CONTENT_RANGE;

import java.util.List;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.fault.Fault;
import org.bitsconformance.reference.fault.FragmentFault;
import org.bitsconformance.reference.http.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The faults that concern fragments deviate as their titles say. */
public class FragmentFaultTests {

    private static final Bytes DATA = TestData.bytes(300);

    @Test
    void acksToFragments() {
        assertThat(firstFragment(FragmentFault.FRAGMENT_ANSWERED_202).status()).isEqualTo(202);
        assertThat(firstFragment(FragmentFault.RECEIVED_RANGE_MISSING).header(RECEIVED_CONTENT_RANGE))
                .isEmpty();
        assertThat(firstFragment(FragmentFault.RECEIVED_RANGE_MISSPELT).header("BITS-Recieved-Content-Range"))
                .contains("100");
        assertThat(firstFragment(FragmentFault.RECEIVED_RANGE_LAST_BYTE).header(RECEIVED_CONTENT_RANGE))
                .contains("99");
        assertThat(firstFragment(FragmentFault.RECEIVED_RANGE_AS_RANGE).header(RECEIVED_CONTENT_RANGE))
                .contains("0-99");
        assertThat(firstFragment(FragmentFault.REPLY_URL_ON_SIMPLE_UPLOAD).header(BitsHeaders.REPLY_URL))
                .isPresent();
    }

    @Test
    void gaps() {
        ReceivedReply filled = fragmentAfterGap(FragmentFault.GAP_ACCEPTED);
        assertThat(filled.status()).isEqualTo(200);
        assertThat(filled.header(RECEIVED_CONTENT_RANGE)).contains("300");
        ReceivedReply refused = fragmentAfterGap(FragmentFault.GAP_ANSWERED_400);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header(ERROR)).contains("0x80070057");
        assertThat(refused.header(ERROR_CONTEXT)).contains("0x5");
        ReceivedReply elsewhere = fragmentAfterGap(FragmentFault.GAP_WRONG_OFFSET);
        assertThat(elsewhere.status()).isEqualTo(416);
        assertThat(elsewhere.header(RECEIVED_CONTENT_RANGE)).contains("200");
    }

    @Test
    void aGapIsFilledWithZeros() {
        Driver driver = with(FragmentFault.GAP_ACCEPTED);
        String id = driver.open("/f");
        driver.fragment("/f", id, DATA, 200, 299);
        driver.close("/f", id);
        byte[] expected = new byte[300];
        System.arraycopy(DATA.array(), 200, expected, 200, 100);
        assertThat(driver.get("/f").body().array()).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Document.class)
    void overlapsAreStoredTwice(Document dialect) {
        Driver driver = DirectWire.driver(dialect, FragmentFault.OVERLAP_STORED_TWICE);
        String id = driver.open("/f");
        driver.fragment("/f", id, DATA, 0, 99);
        driver.fragment("/f", id, DATA, 50, 149);
        ReceivedReply last = driver.fragment("/f", id, DATA, 150, 299);
        assertThat(last.header(RECEIVED_CONTENT_RANGE)).contains("300");
        driver.close("/f", id);
        assertThat(driver.get("/f").body().length()).isEqualTo(350);
    }

    @ParameterizedTest
    @EnumSource(Document.class)
    void overlapsAreWrittenOver(Document dialect) {
        Driver driver = DirectWire.driver(dialect, FragmentFault.OVERLAP_OVERWRITES);
        String id = driver.open("/f");
        driver.fragment("/f", id, DATA, 0, 99);
        ReceivedReply over = driver.fragment("/f", id, "bytes 50-149/300", DATA.slice(100, 200));
        assertThat(over.header(RECEIVED_CONTENT_RANGE)).contains("150");
        driver.fragment("/f", id, DATA, 150, 299);
        driver.close("/f", id);
        assertThat(driver.get("/f").body().array())
                .isEqualTo(Bytes.joined(List.of(DATA.slice(0, 50), DATA.slice(100, 200), DATA.slice(150, 300)))
                        .array());
    }

    @Test
    void ranges() {
        Driver total = with(FragmentFault.CHANGED_TOTAL_ACCEPTED);
        String id = total.open("/f");
        total.fragment("/f", id, DATA, 0, 99);
        assertThat(total.fragment("/f", id, "bytes 100-199/400", DATA.slice(100, 200))
                        .status())
                .isEqualTo(200);
        Driver length = with(FragmentFault.WRONG_LENGTH_ACCEPTED);
        assertThat(length.fragment("/f", length.open("/f"), "bytes 0-99/300", DATA.slice(0, 90))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(Document.class)
    void overlapsAreRefusedAndRepeatsFailed(Document dialect) {
        Driver overlap = DirectWire.driver(dialect, FragmentFault.OVERLAP_ANSWERED_400);
        String id = overlap.open("/f");
        overlap.fragment("/f", id, DATA, 0, 99);
        assertThat(overlap.fragment("/f", id, DATA, 50, 149).status()).isEqualTo(400);
        overlap.fragment("/f", id, DATA, 100, 299);
        assertThat(overlap.fragment("/f", id, DATA, 100, 299).status()).isEqualTo(200);
        Driver repeat = DirectWire.driver(dialect, FragmentFault.REPEATED_LAST_FRAGMENT_ANSWERED_500);
        String other = repeat.open("/f");
        repeat.fragment("/f", other, DATA, 0, 299);
        assertThat(repeat.fragment("/f", other, DATA, 0, 299).status()).isEqualTo(500);
        assertThat(repeat.close("/f", other).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bytes=100-199/300", "bytes 199-100/300", "100"})
    void malformedRanges(String range) {
        assertThat(malformedRange(FragmentFault.MALFORMED_RANGE_ANSWERED_416, range)
                        .status())
                .isEqualTo(416);
        assertThat(malformedRange(FragmentFault.MALFORMED_RANGE_ANSWERED_500, range)
                        .status())
                .isEqualTo(500);
        ReceivedReply taken = malformedRange(FragmentFault.MALFORMED_RANGE_ACCEPTED, range);
        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.header(RECEIVED_CONTENT_RANGE)).contains("200");
    }

    @ParameterizedTest
    @EnumSource(
            value = FragmentFault.class,
            names = {"OFFSETS_WRAP_AT_2_31", "OFFSETS_WRAP_AT_2_32"})
    void offsetsThatWrap(FragmentFault fault) {
        Driver driver = with(fault);
        String id = driver.open("/f");
        ReceivedReply beyond = driver.fragment("/f", id, "bytes 4294967296-4294967305/5000000000", DATA.slice(0, 10));
        assertThat(beyond.status()).isEqualTo(200);
        assertThat(beyond.header(RECEIVED_CONTENT_RANGE)).contains("10");
        assertThat(with(fault)
                        .fragment("/f", id, "bytes 0-9/4294967296", DATA.slice(0, 10))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void offsetsAt2To31() {
        String range = "bytes 2147483648-2147483657/2147483658";
        Driver narrow = with(FragmentFault.OFFSETS_WRAP_AT_2_31);
        assertThat(narrow.fragment("/f", narrow.open("/f"), range, DATA.slice(0, 10))
                        .status())
                .isEqualTo(200);
        Driver wider = with(FragmentFault.OFFSETS_WRAP_AT_2_32);
        assertThat(wider.fragment("/f", wider.open("/f"), range, DATA.slice(0, 10))
                        .status())
                .isEqualTo(416);
    }

    @Test
    void rangesThatAreNotChecked() {
        Driver driver = with(FragmentFault.RANGES_NOT_CHECKED);
        String id = driver.open("/f");
        assertThat(driver.fragment("/f", id, "bytes 100-199/300", DATA.slice(100, 200))
                        .status())
                .isEqualTo(200);
        assertThat(driver.fragment("/f", id, "bytes 200-249/400", DATA.slice(200, 250))
                        .status())
                .isEqualTo(200);
        assertThat(driver.fragment("/f", id, "bytes 250-299/400", DATA.slice(250, 260))
                        .status())
                .isEqualTo(200);
        assertThat(driver.fragment("/f", id, "bytes", DATA.slice(0, 1)).status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "bytes 0-99/300, 200",
        "' bytes 0-99/300', 200",
        "bytes 00-99/300, 400",
        "BYTES 0-99/300, 400",
        "bytes  0-99/300, 400"
    })
    void rangesInOneSpelling(String range, int status) {
        Driver driver = with(FragmentFault.RANGES_KNOWN_IN_ONE_SPELLING);
        assertThat(driver.fragment("/f", driver.open("/f"), range, DATA.slice(0, 100))
                        .status())
                .isEqualTo(status);
        Driver conformant = with();
        assertThat(conformant
                        .fragment("/f", conformant.open("/f"), range, DATA.slice(0, 100))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void totalsOver4Gib() {
        Driver driver = with(FragmentFault.TOTAL_OVER_4_GIB_REFUSED);
        String id = driver.open("/f");
        assertThat(driver.fragment("/f", id, "bytes 0-9/4294967296", DATA.slice(0, 10))
                        .status())
                .isEqualTo(400);
        assertThat(driver.fragment("/f", id, "bytes 0-9/4294967295", DATA.slice(0, 10))
                        .status())
                .isEqualTo(200);
    }

    private static ReceivedReply malformedRange(Fault fault, String range) {
        Driver driver = with(fault);
        String id = driver.open("/f");
        driver.fragment("/f", id, DATA, 0, 99);
        return driver.fragment("/f", id, range, DATA.slice(100, 200));
    }

    @Test
    void twoBytesAreExpectedNext() {
        Driver driver = with(FragmentFault.RECEIVED_RANGE_TWICE);
        String id = driver.open("/f");
        assertThat(driver.fragment("/f", id, DATA, 0, 9).headers().all(BitsHeaders.RECEIVED_CONTENT_RANGE))
                .containsExactly("10", "7");
        assertThat(driver.close("/f", id).headers().contains(BitsHeaders.RECEIVED_CONTENT_RANGE))
                .isFalse();
    }

    private static Driver with(Fault... faults) {
        return DirectWire.driver(Document.MC_BUP, faults);
    }

    private static ReceivedReply firstFragment(Fault fault) {
        Driver driver = with(fault);
        return driver.fragment("/f", driver.open("/f"), DATA, 0, 99);
    }

    private static ReceivedReply fragmentAfterGap(Fault fault) {
        Driver driver = with(fault);
        String id = driver.open("/f");
        driver.fragment("/f", id, DATA, 0, 99);
        return driver.fragment("/f", id, DATA, 200, 299);
    }
}
