package org.bitsconformance.drive.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProtocolListTests {

    private static final String KNOWN = "{7df0354d-249b-430f-820d-3d2a9bef4931}";

    @Test
    void putsTheKnownGuidWhereTheTableSays() {
        String one = ProtocolList.unknown(1);
        String two = ProtocolList.unknown(2);
        assertThat(ProtocolList.with("first", 2, "lower", 1, "space")).isEqualTo(KNOWN + " " + one + " " + two);
        assertThat(ProtocolList.with("middle", 2, "lower", 1, "comma")).isEqualTo(one + "," + KNOWN + "," + two);
        assertThat(ProtocolList.with("last", 2, "lower", 1, "tab")).isEqualTo(one + "\t" + two + "\t" + KNOWN);
    }

    @Test
    void repeatsAndRespellsIt() {
        assertThat(ProtocolList.with("first", 0, "upper", 2, "comma-space"))
                .isEqualTo("{7DF0354D-249B-430F-820D-3D2A9BEF4931}, {7DF0354D-249B-430F-820D-3D2A9BEF4931}");
        assertThat(ProtocolList.with("first", 0, "mixed", 1, "space"))
                .isEqualTo("{7DF0354D-249b-430f-820d-3d2a9bef4931}");
    }
}
