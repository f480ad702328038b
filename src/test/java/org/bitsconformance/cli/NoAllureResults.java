package org.bitsconformance.cli;

import io.qameta.allure.AllureResultsWriter;
import io.qameta.allure.model.TestResult;
import io.qameta.allure.model.TestResultContainer;
import java.io.InputStream;

/** Drops Allure's results: hundreds of files per run, which only tests of whole processes check. */
final class NoAllureResults implements AllureResultsWriter {

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
