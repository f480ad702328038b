package org.bitsconformance.run;

import io.qameta.allure.Allure;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.AllureResultsWriter;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.junitplatform.AllureJunitPlatform;
import java.util.List;
import java.util.stream.Stream;
import org.bitsconformance.scenario.Order;
import org.bitsconformance.scenario.Scenarios;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Drives the selected scenarios by the JUnit Platform inside this process. */
public final class JUnitPlatformRun {

    private static final LauncherConfig ALONE = LauncherConfig.builder()
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enableTestExecutionListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .build();

    private JUnitPlatformRun() {}

    /** Drives and judges every case of a run; Allure's results go to {@code allure-results} beside its reports. */
    public static void execute(ConformanceRun run) {
        execute(run, new FileSystemResultsWriter(AllureFolder.in(run.out())));
    }

    /** Drives and judges every case of a run; Allure's results go where the writer puts them. */
    public static void execute(ConformanceRun run, AllureResultsWriter results) {
        AllureLifecycle allure = new AllureLifecycle(results);
        Allure.setLifecycle(allure);
        try (LauncherSession session = LauncherFactory.openSession(ALONE)) {
            CurrentRun.put(session, run);
            session.getLauncher().execute(request(run), new AllureJunitPlatform(allure));
        }
    }

    static LauncherDiscoveryRequest request(ConformanceRun run) {
        Stream<DiscoverySelector> scenarios = Scenarios.all().stream()
                .filter(scenario -> run.selects(scenario.id()))
                .map(scenario -> DiscoverySelectors.selectMethod(scenario.type(), scenario.method()));
        Stream<DiscoverySelector> verdicts = Stream.of(DiscoverySelectors.selectClass(RequirementVerdicts.class));
        List<DiscoverySelector> selectors = Stream.concat(scenarios, verdicts).toList();
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selectors)
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
                .configurationParameter("junit.jupiter.testclass.order.default", DrivingOrder.class.getName())
                .configurationParameter("junit.jupiter.testmethod.order.default", DrivingOrder.class.getName())
                .configurationParameter(Order.PARAMETER, run.order().toString())
                .configurationParameter("junit.platform.output.capture.stdout", "false")
                .build();
    }
}
