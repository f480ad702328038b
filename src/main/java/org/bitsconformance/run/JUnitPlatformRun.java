package org.bitsconformance.run;

import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.AllureResultsWriter;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.junitplatform.AllureJunitPlatform;
import java.util.List;
import java.util.stream.IntStream;
import org.bitsconformance.drive.scenario.Case;
import org.bitsconformance.drive.scenario.LearnedCases;
import org.bitsconformance.drive.scenario.Order;
import org.bitsconformance.drive.scenario.Scenarios;
import org.bitsconformance.run.allure.AllureFolder;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs the selected scenarios on the JUnit Platform in this process, then the verdicts in a second request of the same
 * session, so that they come last even if cases are driven in parallel.
 */
public final class JUnitPlatformRun {

    private static final LauncherConfig ALONE = LauncherConfig.builder()
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enableTestExecutionListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .build();

    private static final String PARALLEL = "junit.jupiter.execution.parallel.";

    /** The configuration parameter that says whether cases run at once. */
    static final String AT_ONCE = PARALLEL + "enabled";

    private JUnitPlatformRun() {}

    /** Drives and judges every case of a run; Allure's results go to {@code allure-results} next to its reports. */
    public static void execute(ConformanceRun run) {
        execute(run, new FileSystemResultsWriter(AllureFolder.in(run.out())));
    }

    /** Drives and judges every case of a run; Allure's results go where the writer puts them. */
    public static void execute(ConformanceRun run, AllureResultsWriter results) {
        AllureLifecycle allure = new AllureLifecycle(results);
        execute(run, allure, new AllureJunitPlatform(allure));
    }

    /** Drives and judges every case of a run; without a listener that fills it, {@code allure} stays empty. */
    public static void execute(ConformanceRun run, AllureLifecycle allure, TestExecutionListener... listeners) {
        run.reportTo(allure);
        try (LauncherSession session = LauncherFactory.openSession(ALONE)) {
            CurrentRun.put(session, run);
            session.getLauncher().execute(scenarios(run), listeners);
            session.getLauncher().execute(verdicts(), listeners);
        }
    }

    /** The scenarios of a run, with as many cases at once as its target allows. */
    static LauncherDiscoveryRequest scenarios(ConformanceRun run) {
        int atOnce = run.parallel().driven();
        return request(Scenarios.all().stream()
                        .filter(scenario -> run.selects(scenario.id()))
                        .map(scenario -> selector(scenario, run))
                        .toList())
                .configurationParameter(Order.PARAMETER, run.order().toString())
                .configurationParameter(LearnedCases.PARAMETER, LearnedCases.text(run.learnedCases()))
                .configurationParameter(AT_ONCE, String.valueOf(atOnce > 1))
                .configurationParameter(PARALLEL + "mode.default", "concurrent")
                .configurationParameter(PARALLEL + "config.strategy", "fixed")
                .configurationParameter(PARALLEL + "config.fixed.parallelism", String.valueOf(atOnce))
                .configurationParameter(PARALLEL + "config.fixed.max-pool-size", String.valueOf(atOnce))
                .build();
    }

    /** Selects a scenario, or its selected cases by their places in the order of the run. */
    private static DiscoverySelector selector(Scenarios.Described scenario, ConformanceRun run) {
        MethodSelector method = DiscoverySelectors.selectMethod(scenario.type(), scenario.method());
        if (scenario.id().equals(LearnedCases.SCENARIO)) {
            return method;
        }
        List<Case> cases = scenario.cases(run.order());
        int[] selected = IntStream.range(0, cases.size())
                .filter(place -> run.selectsCase(cases.get(place).id()))
                .toArray();
        return selected.length == cases.size() ? method : DiscoverySelectors.selectIteration(method, selected);
    }

    /** What to judge after every case has ended. */
    static LauncherDiscoveryRequest verdicts() {
        return request(List.of(DiscoverySelectors.selectClass(RequirementVerdicts.class)))
                .build();
    }

    private static LauncherDiscoveryRequestBuilder request(List<? extends DiscoverySelector> selectors) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selectors)
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
                .configurationParameter("junit.jupiter.extensions.autodetection.exclude", "io.qameta.*")
                .configurationParameter("junit.jupiter.testclass.order.default", DrivingOrder.class.getName())
                .configurationParameter("junit.jupiter.testmethod.order.default", DrivingOrder.class.getName())
                .configurationParameter("junit.platform.output.capture.stdout", "false");
    }
}
