package org.bitsconformance.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.result.Capability.Origin;
import org.bitsconformance.transcript.Declared;
import org.bitsconformance.transcript.DeclaredAccess;
import org.bitsconformance.transcript.DeclaredLimits;
import org.bitsconformance.transcript.DeclaredNotification;
import org.bitsconformance.transcript.Probed;
import org.bitsconformance.transcript.RunHeader;
import org.junit.jupiter.api.Test;

class CapabilityTableTests {

    private static final Probed NOTHING_PROBED = new Probed(Optional.empty(), Optional.empty());

    @Test
    void saysHowEverythingIsKnownAndWhatFollows() {
        List<Capability> table =
                CapabilityTable.of(header("auto", OptionalLong.empty(), Declared.NOTHING), NOTHING_PROBED, false);

        assertThat(table).extracting(Capability::name).doesNotHaveDuplicates().hasSize(14);
        assertThat(table).allSatisfy(row -> {
            assertThat(row.value()).isNotBlank();
            assertThat(row.follows()).isNotBlank().doesNotEndWith(".");
        });
        assertThat(table).noneMatch(row -> row.origin() == Origin.DECLARED);
    }

    @Test
    void showsWhatIsDeclared() {
        List<Capability> table = CapabilityTable.of(
                header(
                        "dir",
                        OptionalLong.of(1000),
                        new Declared(
                                true,
                                new Declared.Capabilities(
                                        Optional.of(false),
                                        Optional.of("two.example"),
                                        OptionalLong.of(110),
                                        Optional.of("one")),
                                Optional.of(new DeclaredNotification(
                                        DeclaredNotification.VALUE,
                                        "http://h/notify",
                                        false,
                                        OptionalLong.empty(),
                                        true)),
                                new DeclaredAccess(Optional.of("digest"), false, false),
                                DeclaredLimits.ofSessions(2000))),
                NOTHING_PROBED,
                true);

        assertThat(table)
                .filteredOn(row -> row.origin() == Origin.DECLARED)
                .extracting(row -> row.name() + "=" + row.value())
                .containsExactly(
                        "mode=upload",
                        "readback=dir",
                        "maxUpload=1000 bytes",
                        "maxFragment=1000 bytes",
                        "overwrite=false",
                        "hostId=two.example",
                        "hostIdFallbackTimeout=110 s",
                        "connections=one",
                        "notification=value",
                        "authentication=digest",
                        "sessionTimeout=2000 ms");
    }

    @Test
    void distinguishesADeclaredAbsenceFromNoDeclaration() {
        Declared none =
                new Declared(false, Optional.of(true), Optional.of("none"), OptionalLong.empty(), Optional.empty());

        assertThat(row(none, NOTHING_PROBED, "hostId"))
                .returns("none", Capability::value)
                .returns(
                        "a BITS-Host-Id in an Ack is a failure (create-session.host-id.configured)",
                        Capability::follows);
        assertThat(row(none, NOTHING_PROBED, "overwrite").follows()).contains("is judged as any upload");
        assertThat(row(Declared.NOTHING, NOTHING_PROBED, "hostId")).returns("not declared", Capability::value);
    }

    @Test
    void showsWhatWasProbed() {
        Probed probed = new Probed(
                Optional.empty(),
                Optional.empty(),
                Optional.of("BITS-Error"),
                Optional.of("another string"),
                Optional.of(false),
                Optional.of(false));

        assertThat(row(Declared.NOTHING, probed, "errorHeader").value()).isEqualTo("BITS-Error");
        assertThat(row(Declared.NOTHING, probed, "sessionIdForm").value()).isEqualTo("another string");
        assertThat(row(Declared.NOTHING, probed, "keepsConnections").value()).isEqualTo("false");
        assertThat(row(Declared.NOTHING, probed, "connections"))
                .returns("one", Capability::value)
                .returns(Origin.PROBED, Capability::origin);
        assertThat(row(Declared.NOTHING, NOTHING_PROBED, "connections").value()).isEqualTo("not seen");
    }

    private static Capability row(Declared declared, Probed probed, String name) {
        return CapabilityTable.of(header("url", OptionalLong.empty(), declared), probed, true).stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static RunHeader header(String readback, OptionalLong limit, Declared declared) {
        return new RunHeader(
                new RunHeader.Origin(RunHeader.FORMAT, "suite/1", Instant.EPOCH),
                new RunHeader.Tested("http://server.example/upload/", "upload", readback, 5000, limit, limit, declared),
                new RunHeader.Judging(Dialect.ANY, false),
                new RunHeader.Cases("full", List.of(), RunHeader.PLAN_ORDER));
    }
}
