package org.bitsconformance.innocent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.bitsconformance.cli.CommandOutput;
import org.bitsconformance.cli.OwnAlphabet;
import org.bitsconformance.machine.Machine;
import org.bitsconformance.machine.MachineFile;
import org.bitsconformance.protocol.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conformant servers that take freedoms are learned without a finding, in both dialects. */
class LearnedInnocentsTests {

    @TempDir
    Path out;

    @Test
    void a_few_packets() throws IOException {
        passes(
                Document.WIN32,
                "win32",
                "OVERLAP_LIKE_THE_OTHER SESSION_ID_ODD CREATED_201 READ_BACK_IS_A_PAGE",
                OwnAlphabet.of(out, "create", "next", "repeat", "close"));
    }

    @Tag("matrix")
    @ParameterizedTest
    @CsvSource({
        "MC_BUP, mc-bup, REASON_MISSING LATE_CANCEL_CHANGES_NOTHING CLOSE_ANNOUNCED",
        "MC_BUP, mc-bup, NAMES_LOWER ORDER_REVERSED SESSION_ID_LOWER RANGE_ERROR_WITHOUT_CODE LAST_FRAGMENT_AGAIN",
        "WIN32, win32, SESSION_ID_ODD CREATED_201 OPTIONAL_HEADERS HRESULT_BARE CONTEXT_BARE OVERLAP_LIKE_THE_OTHER",
        "MC_BUP, mc-bup, CLOSE_ANNOUNCED SESSION_ID_IN_PING_ACK CHECKS_IN_OTHER_ORDER PUBLISHED_LIKE_THE_OTHER"
                + " BUSY_503_NOW_AND_THEN READ_BACK_PAGE_FOR_OTHERS",
        "WIN32, win32, CLOSE_UNANNOUNCED EARLY_CLOSE_LIKE_THE_OTHER OVERLAP_OFFSET_OF_FRAGMENT READ_BACK_IS_A_PAGE",
        "MC_BUP, mc-bup, CLOSE_BY_RESET LATE_CANCEL_CHANGES_NOTHING MALFORMED_SESSION_400",
        "WIN32, win32, CLOSE_IDLE SESSION_ID_PATH RANGE_ERROR_WITH_CODE OFFSET_IN_EVERY_FRAGMENT_ACK"
                + " PING_OF_UNKNOWN_SESSION_REFUSED",
        "MC_BUP, mc-bup, OPTIONAL_HEADERS CANCEL_ACK_UPPER MISSING_SESSION_500 DESTINATION_KEPT FOLDERS_MADE",
        "WIN32, win32, ODD_RANGES_TAKEN DESTINATION_KEPT ONE_CONNECTION",
        "MC_BUP, mc-bup, REFUSAL_BEFORE_BODY SESSION_ID_ECHOED_IN_OTHER_CASE",
        "WIN32, win32, REFUSAL_BEFORE_BODY_THEN_CLOSE EARLY_CLOSE_REFUSED ENDED_SESSIONS_E_FAIL",
        "MC_BUP, any, CREATED_201 ENDED_SESSIONS_LIKE_THE_OTHER OVERLAP_LIKE_THE_OTHER BODY_IN_ACKS",
        "WIN32, any, ENDED_SESSIONS_LIKE_THE_OTHER LAST_FRAGMENT_AGAIN DESTINATION_TAKEN_AT_CREATE"
    })
    void the_small_alphabet(Document document, String dialect, String freedoms) throws IOException {
        passes(document, dialect, freedoms, "small");
    }

    private void passes(Document document, String dialect, String freedoms, String alphabet) throws IOException {
        Set<Freedom> taken =
                Arrays.stream(freedoms.split(" ", -1)).map(Freedom::valueOf).collect(Collectors.toSet());
        try (InnocentServer server = InnocentServer.start(document, taken)) {
            CommandOutput learned = CommandOutput.of(
                    "learn",
                    "--url",
                    server.uploadUrl(),
                    "--dialect",
                    dialect,
                    "--timeout",
                    "20s",
                    "--alphabet",
                    alphabet,
                    "--budget",
                    "5m",
                    "--out",
                    out.toString());

            assertThat(learned.exitCode()).as(learned.out() + learned.err()).isZero();
            Machine machine = MachineFile.read(out.resolve(MachineFile.NAME));
            assertThat(machine.learning().complete()).isTrue();
            assertThat(machine.unsteady()).isEmpty();
            assertThat(machine.hidden()).isEmpty();
        }
    }
}
