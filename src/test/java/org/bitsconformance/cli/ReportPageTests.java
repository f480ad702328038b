package org.bitsconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bitsconformance.browser.Browser;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.ReferenceServer;
import org.bitsconformance.reference.fault.CreateFault;
import org.bitsconformance.report.Reports;
import org.bitsconformance.report.SamplePages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** {@code report.html} as people use it, in a browser; skipped if there is none. */
class ReportPageTests {

    private static final String ROWS = "#requirements tbody tr";
    private static final String CASES = ".case";

    @TempDir(cleanup = CleanupMode.NEVER)
    static Path profile;

    private static Browser browser;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException {
        Assumptions.assumeTrue(
                Browser.installed().isPresent(), "no chromium or chrome on the path, so nothing shows report.html");
        browser = Browser.start(Browser.installed().orElseThrow(), profile);
    }

    @AfterAll
    static void end() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void the_console_is_silent() {
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void a_text_filters_cases_and_the_page_says_how_many_are_left() throws IOException {
        open(SamplePages.hostile(folder));
        int rows = shown(ROWS);
        assertThat(shown(CASES)).isEqualTo(9);

        focus("#filter-text");
        browser.type("CANCEL-session after");
        awaitStatus(", 1 of 9 cases.");
        assertThat(shown(CASES)).isEqualTo(1);
        assertThat(shown(ROWS)).isLessThan(rows);
        assertThat(shown(".scenario[open]")).isEqualTo(1);

        browser.run("document.querySelector('#filter-clear').click()");
        assertThat(shown(CASES)).isEqualTo(9);
        assertThat(shown(ROWS)).isEqualTo(rows);
        assertThat(value("document.activeElement.id")).isEqualTo("filter-text");
    }

    @Tag("long")
    @Test
    void verdicts_can_be_switched_off_with_the_keyboard() throws IOException {
        open(SamplePages.hostile(folder));
        focus("#filter-clear");
        browser.press("Tab");
        assertThat(value("document.activeElement.value")).isEqualTo("fail");
        browser.press(" ");
        browser.await("!document.activeElement.checked");
        assertThat(shown(".case[data-verdict=fail], tr[data-verdict=fail], article[data-verdict=fail]"))
                .isZero();
        assertThat(shown(".case[data-verdict=pass]")).isPositive();
        browser.press(" ");
        browser.await("document.activeElement.checked");
        assertThat(shown(".case[data-verdict=fail]")).isPositive();
    }

    @Tag("long")
    @Test
    void link_to_a_case_shows_it_even_if_it_is_closed_or_filtered_out() throws IOException {
        open(SamplePages.hostile(folder));
        focus("#filter-text");
        browser.type("no such thing");
        browser.await("document.querySelector('.case:not([hidden])') === null");
        browser.run("location.hash = 'case-ping.plain'");
        browser.await("document.getElementById('case-ping.plain').checkVisibility()");
        assertThat(browser.run("document.getElementById('case-ping.plain').open")
                        .booleanValue())
                .isTrue();
        assertThat(value("document.getElementById('filter-text').value")).isEmpty();
    }

    @Test
    void nothing_that_a_server_sent_runs() throws IOException {
        Path page = SamplePages.hostile(folder);
        Files.writeString(
                page,
                Files.readString(page)
                        .replace("<main class=\"page\">", "<main class=\"page\"><script>window.ran = 1</script>"));
        browser.open(page.toUri());
        browser.await("!document.getElementById('filter').hidden");
        assertThat(browser.run("window.ran === undefined").booleanValue()).isTrue();
        assertThat(browser.complaints()).singleElement().asString().contains("Content Security Policy");
        open(SamplePages.hostile(folder));
    }

    @Tag("long")
    @Test
    void page_is_never_wider_than_a_narrow_window() throws IOException {
        browser.resize(400, 800);
        try {
            open(SamplePages.hostile(folder));
            browser.run("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
            assertThat(browser.run("document.documentElement.scrollWidth").intValue())
                    .isEqualTo(
                            browser.run("document.documentElement.clientWidth").intValue());
        } finally {
            browser.resize(1200, 900);
        }
    }

    @Tag("long")
    @Test
    void two_thousand_cases_can_be_filtered() throws IOException {
        open(SamplePages.broken(2_000, folder));
        focus("#filter-text");
        browser.type("number-1999");
        awaitStatus("1 of 2000 cases.");
        assertThat(shown(CASES)).isEqualTo(1);
    }

    @Test
    void page_of_a_faulty_server_opens_a_failure_and_shows_its_reproduction() throws IOException {
        try (ReferenceServer server = ReferenceServer.start(
                EmbeddedServer.options(Document.MC_BUP).withFaults(CreateFault.CREATE_WITHOUT_PROTOCOL))) {
            Reports.write(InProcess.run(server, InProcess.request("", folder, "only", "create-session")), folder);
        }
        open(folder.resolve("report.html"));
        String entry = "document.getElementById('broken-create-session.protocol')";
        assertThat(value(entry + ".querySelector('mark').textContent")).isEqualTo("[no BITS-Protocol]");

        browser.run(entry + ".querySelector('h4 a').click()");
        browser.await("document.querySelector('.case:target').open");
        browser.run("document.querySelector('.case:target .exchange > summary').click()");
        browser.await("document.querySelector('.case:target .exchange .wire').checkVisibility()");
        assertThat(value("document.querySelector('.case:target .exchange .wire').innerText"))
                .startsWith("BITS_POST /");

        browser.run("navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }");
        browser.run(entry + ".querySelector('button').click()");
        browser.await(entry + ".querySelector('[role=status]').textContent === 'Copied'");
        assertThat(value("window.copied")).isEqualTo(value(entry + ".querySelector('.copyable pre').textContent"));

        browser.run("navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'))");
        browser.run("document.addEventListener('copy', () => { window.fallback = getSelection().toString(); })");
        browser.run(entry + ".querySelector('button').click()");
        browser.await("window.fallback !== undefined");
        assertThat(value("window.fallback")).matches("\\./bits-conformance reproduce \\S+ create-session\\.protocol");
    }

    private static void open(Path page) {
        browser.open(page.toUri());
        browser.await("!document.getElementById('filter').hidden");
    }

    private static void focus(String selector) {
        browser.run("document.querySelector(" + Browser.quoted(selector) + ").focus()");
    }

    private static void awaitStatus(String part) {
        browser.await("document.getElementById('filter-status').textContent.includes(" + Browser.quoted(part) + ")");
    }

    private static int shown(String selector) {
        return browser.run("Array.from(document.querySelectorAll(" + Browser.quoted(selector)
                        + ")).filter((one) => one.closest('[hidden]') === null).length")
                .intValue();
    }

    private static String value(String expression) {
        return browser.run(expression).textValue();
    }
}
