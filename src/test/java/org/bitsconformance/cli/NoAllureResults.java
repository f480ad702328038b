package org.bitsconformance.cli;

import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.AllureResultsWriter;
import io.qameta.allure.model.TestResult;
import io.qameta.allure.model.TestResultContainer;
import java.io.InputStream;

/**
 * Drops Allure's results: hundreds of files per run, which only tests of whole processes check. To collect them costs a
 * tenth of a run.
 */
final class NoAllureResults implements AllureResultsWriter {

    private NoAllureResults() {}

    /** For a run without Allure's listener, so that nothing is collected. */
    static AllureLifecycle lifecycle() {
        return new AllureLifecycle(new NoAllureResults());
    }

    @Override
    public void write(TestResult result) {
        // Not looked at.
    }

    @Override
    public void write(TestResultContainer container) {
        // Not looked at.
    }

    @Override
    public void write(String source, InputStream attachment) {
        // Not looked at.
    }
}
