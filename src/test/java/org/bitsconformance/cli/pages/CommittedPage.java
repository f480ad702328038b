package org.bitsconformance.cli.pages;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A generated page of the documentation that is committed. */
final class CommittedPage {

    private CommittedPage() {}

    /**
     * Fails with one line, which has the first difference and the command that writes the page, unless the page is
     * current.
     */
    static void assertCurrent(Path page, String generated) throws IOException {
        List<String> committed = Files.readAllLines(page);
        List<String> expected = generated.lines().toList();
        int line = 0;
        while (line < committed.size()
                && line < expected.size()
                && committed.get(line).equals(expected.get(line))) {
            line++;
        }
        if (line < Math.max(committed.size(), expected.size())) {
            fail(page + " is out of date from line " + (line + 1) + " on; run ./generate-pages");
        }
    }
}
