package org.bitsconformance.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.bitsconformance.target.Budget;
import org.bitsconformance.target.NotificationSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTests {
    private static final List<String> IDS = List.of("ping", "create-session", "upload-gap", "close-session");

    @ParameterizedTest
    @CsvSource({
        "ping,ping,true",
        "ping,pin,false",
        "ping,pings,false",
        "*,ping,true",
        "*,'',true",
        "'','',true",
        "'',a,false",
        "?,'',false",
        "p?ng,ping,true",
        "p?ng,png,false",
        "*-session,create-session,true",
        "*-session,session,false",
        "c*s*n,create-session,true",
        "*a*a,aa,true",
        "*a*a,a,false",
        "**g,ping,true",
        "ping**,ping,true",
        "PING,ping,false",
        "p.ng,ping,false",
        "[p]ing,ping,false"
    })
    void globs_match_whole_ids(String glob, String id, boolean expected) {
        assertThat(new Glob(glob).matches(id)).isEqualTo(expected);
    }

    @Test
    @Timeout(5)
    void many_stars_are_matched_quickly() {
        assertThat(new Glob("*a".repeat(2_000) + "b").matches("a".repeat(4_000)))
                .isFalse();
    }

    @Test
    void keeps_the_order_of_the_ids() {
        assertThat(Selection.of(List.of("close-session", "ping"), List.of(), IDS)
                        .ids())
                .containsExactly("ping", "close-session");
    }

    @Test
    void leaves_out_what_is_excluded() {
        assertThat(Selection.of(List.of("*"), List.of("*-session"), IDS))
                .isEqualTo(new Selection(List.of("ping", "upload-gap"), List.of()));
    }

    @Test
    void names_each_glob_that_matches_nothing_once() {
        Selection selection = Selection.of(List.of("pong", "ping", "pong"), List.of("x*", "upload-*"), IDS);

        assertThat(selection).isEqualTo(new Selection(List.of("ping"), List.of("pong", "x*")));
    }

    @Test
    void a_glob_whose_ids_are_all_excluded_did_match() {
        assertThat(Selection.of(List.of("ping"), List.of("ping"), IDS)).isEqualTo(new Selection(List.of(), List.of()));
    }

    @Test
    void of_a_plan() {
        Plan plan = new Plan(
                "p",
                "t",
                List.of("*-session"),
                List.of("close-*"),
                Optional.empty(),
                Budget.UNLIMITED,
                NotificationSettings.Type.NONE);

        assertThat(plan.select(IDS).ids()).containsExactly("create-session");
    }
}
