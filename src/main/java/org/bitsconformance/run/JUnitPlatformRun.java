package org.bitsconformance.run;

import java.util.List;
import java.util.stream.IntStream;
import org.bitsconformance.drive.scenario.Case;
import org.bitsconformance.drive.scenario.LearnedCases;
import org.bitsconformance.drive.scenario.Order;
import org.bitsconformance.drive.scenario.Scenarios;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.launcher.EngineFilter;
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

    private static final String ENGINE = "junit-jupiter";

    private static final String PARALLEL = "junit.jupiter.execution.parallel.";

    /** The configuration parameter that says whether cases run at once. */
    static final String AT_ONCE = PARALLEL + "enabled";

    private JUnitPlatformRun() {}

    /** Drives and judges every case of a run. */
    public static void execute(ConformanceRun run, TestExecutionListener... listeners) {
        CurrentRun.put(run);
        try (LauncherSession session = LauncherFactory.openSession(ALONE)) {
            session.getLauncher().execute(scenarios(run), listeners);
            session.getLauncher().execute(verdicts(run), listeners);
        } finally {
            CurrentRun.remove(run);
        }
    }

    /** The scenarios of a run, with as many cases at once as its target allows. */
    static LauncherDiscoveryRequest scenarios(ConformanceRun run) {
        int atOnce = run.parallel().driven();
        return request(
                        run,
                        Scenarios.all().stream()
                                .filter(scenario -> run.cases().hasAnyOf(scenario.id()))
                                .map(scenario -> selector(scenario, run))
                                .toList())
                .configurationParameter(Order.PARAMETER, run.cases().order().toString())
                .configurationParameter(
                        LearnedCases.PARAMETER, LearnedCases.text(run.cases().learned()))
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
        List<Case> cases = scenario.cases(run.cases().order());
        int[] selected = IntStream.range(0, cases.size())
                .filter(place -> run.cases().has(cases.get(place).id()))
                .toArray();
        return selected.length == cases.size() ? method : DiscoverySelectors.selectIteration(method, selected);
    }

    /** What to judge after every case has ended. */
    static LauncherDiscoveryRequest verdicts(ConformanceRun run) {
        return request(run, List.of(DiscoverySelectors.selectClass(RequirementVerdicts.class)))
                .build();
    }

    /** Of the class path, only what belongs to a run takes part: no other engine or extension, no file with settings. */
    private static LauncherDiscoveryRequestBuilder request(
            ConformanceRun run, List<? extends DiscoverySelector> selectors) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selectors)
                .filters(EngineFilter.includeEngines(ENGINE))
                .enableImplicitConfigurationParameters(false)
                .configurationParameter(CurrentRun.PARAMETER, run.key())
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
                .configurationParameter("junit.jupiter.extensions.autodetection.include", CaseExtension.class.getName())
                .configurationParameter("junit.jupiter.testclass.order.default", DrivingOrder.class.getName())
                .configurationParameter("junit.jupiter.testmethod.order.default", DrivingOrder.class.getName())
                .configurationParameter("junit.platform.output.capture.stdout", "false");
    }
}
