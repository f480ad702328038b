package org.bitsconformance.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bitsconformance.judge.Rule;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The walls between the packages; see docs/architecture.md. */
@Order(2)
class ArchitectureTests {

    private static final JavaClasses SCANNED =
            new ClassFileImporter().withImportOption(DO_NOT_INCLUDE_TESTS).importPackages("org.bitsconformance");

    private static final String ROOT = "org.bitsconformance.";
    private static final int FEWEST_CLASSES = 150;

    /** Each of the rules below. */
    @TestFactory
    Stream<DynamicTest> walls() {
        return Arrays.stream(ArchitectureTests.class.getDeclaredFields())
                .filter(field -> field.getType() == ArchRule.class)
                .map(field -> dynamicTest(field.getName(), () -> ((ArchRule) field.get(null)).check(SCANNED)));
    }

    @Test
    void theScanSawTheProject() {
        assertThat(SCANNED.size()).isGreaterThan(FEWEST_CLASSES);
        for (String room : Arrays.asList(
                "protocol",
                "transcript",
                "requirement",
                "judge",
                "target",
                "drive",
                "plan",
                "machine",
                "learn",
                "observe",
                "result",
                "run",
                "report",
                "reference",
                "junit",
                "cli")) {
            assertThat(SCANNED.stream().filter(resideInAPackage(ROOT + room + "..")))
                    .as("classes of the room " + room)
                    .hasSizeGreaterThan(2);
        }
    }

    @Test
    void noClassNameStandsForTwoThings() {
        Map<String, List<String>> packages = SCANNED.stream()
                .filter(one -> one.isTopLevelClass() && !one.getSimpleName().equals("package-info"))
                .collect(groupingBy(JavaClass::getSimpleName, mapping(JavaClass::getPackageName, toList())));
        packages.values().removeIf(places -> places.size() == 1);
        assertThat(packages).as("class names in several packages: rename one").isEmpty();
    }

    static final ArchRule noCycles = slices().matching(ROOT + "(**)").should().beFreeOfCycles();

    static final ArchRule protocolStandsAlone = onlyDependsOn("protocol");

    static final ArchRule transcriptKnowsTheProtocol = onlyDependsOn("transcript", "protocol");

    static final ArchRule requirementKnowsTheProtocol = onlyDependsOn("requirement", "protocol");

    static final ArchRule judgeReadsTheRecord = onlyDependsOn("judge", "protocol", "transcript", "requirement");

    static final ArchRule targetKnowsNobodyWhoDrivesIt = onlyDependsOn("target", "protocol", "transcript");

    static final ArchRule driveRecords = onlyDependsOn("drive", "machine", "target", "protocol", "transcript");

    static final ArchRule applicationPlaysTheRecord = onlyDependsOn("drive.application", "protocol", "transcript");

    static final ArchRule transportKnowsNoCase =
            onlyDependsOn("drive.transport", "drive.auth", "drive.tls", "target", "protocol", "transcript");

    static final ArchRule planDescribesTargets = onlyDependsOn("plan", "target", "protocol", "transcript");

    static final ArchRule machineNeitherSendsNorLearns = onlyDependsOn("machine", "plan", "target");

    static final ArchRule learningNeitherRecordsNorJudges =
            onlyDependsOn("learn", "machine", "drive", "protocol", "transcript");

    static final ArchRule onlyLearningLoadsItsLibrary = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "learn..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("de.learnlib..", "net.automatalib..")
            .because("no other command is to wait for it");

    static final ArchRule observingNeitherJudgesNorReports = onlyDependsOn(
            "observe",
            "drive.transport",
            "drive.tls",
            "run",
            "result",
            "requirement",
            "target",
            "protocol",
            "transcript");

    static final ArchRule resultAddsUp = onlyDependsOn("result", "judge", "requirement", "transcript", "protocol");

    static final ArchRule reportWritesResults =
            onlyDependsOn("report", "result", "machine", "requirement", "transcript", "protocol");

    static final ArchRule referenceSharesNamesOnly = onlyDependsOn("reference", "protocol", "certificate", "upload");

    static final ArchRule testsOfOthersLoadNoCommand = onlyDependsOn(
            "junit",
            "run",
            "report",
            "observe",
            "reference",
            "drive.scenario",
            "result",
            "requirement",
            "target",
            "transcript",
            "protocol",
            "upload");

    static final ArchRule stubsForWireMockAreTheReference =
            onlyDependsOn("wiremock", "reference", "protocol", "upload");

    static final ArchRule uploadsStandAlone = onlyDependsOn("upload");

    static final ArchRule onlyAllureNeedsAllure = noClasses()
            .that()
            .haveSimpleNameNotStartingWith("Allure")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.qameta..")
            .because("builds of others may have none");

    static final ArchRule certificatesStandAlone = onlyDependsOn("certificate");

    static final ArchRule runKnowsNeitherReportNorReference = noClasses()
            .that()
            .resideInAPackage(ROOT + "run..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "report..", ROOT + "reference..", ROOT + "cli..");

    static final ArchRule rulesTouchNeitherClockNorNetworkNorDisk = noClasses()
            .that()
            .resideInAPackage(ROOT + "judge..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net..", "java.nio.file..", "java.io..", "java.time..")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    static final ArchRule rulesHaveNoState = classes()
            .that()
            .implement(Rule.class)
            .and()
            .areNotInterfaces()
            .should()
            .haveOnlyFinalFields()
            .andShould()
            .haveModifier(JavaModifier.FINAL)
            .andShould()
            .resideInAnyPackage(
                    ROOT + "judge.table",
                    ROOT + "judge.ack",
                    ROOT + "judge.create",
                    ROOT + "judge.session",
                    ROOT + "judge.application",
                    ROOT + "judge.download",
                    ROOT + "judge.client");

    static final ArchRule onlyTheCommandLineWritesToTheStandardStreams = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "cli..")
            .should(ACCESS_STANDARD_STREAMS)
            .as("no class but those of cli writes to the standard streams")
            .because("others script against what the commands print");

    static final ArchRule oneClassSendsByTheClientLibrary = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("LibrarySender")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.restassured..", "groovy..")
            .because("the library takes long to start, so only what asks for it may load it");

    static final ArchRule vagueNamesAreRefused =
            noClasses().should().haveNameMatching(".*(Manager|Helper|Util|Utils|Processor)$");

    /** A new name here needs a reason, which its Javadoc gives too. */
    private static final Map<String, String> WIDE = Map.ofEntries(
            Map.entry("Exchange", "the keys of a line of the record"),
            Map.entry("Notification", "the keys of a line of the record"),
            Map.entry("HandedFile", "the keys of a line of the record"),
            Map.entry("HarExchange", "the keys of HAR"),
            Map.entry("HarRequest", "the keys of HAR"),
            Map.entry("HarResponse", "the keys of HAR"),
            Map.entry("ReportedFinding", "the keys of report.json"),
            Map.entry("RequirementEntry", "the keys of requirements --format json"),
            Map.entry("Answer", "made by its own parser alone"));

    private static final int MOST_PARAMETERS = 7;

    @Test
    void constructorsAreNarrow() {
        assertThat(SCANNED.stream()
                        .filter(one -> !WIDE.containsKey(one.getSimpleName()))
                        .flatMap(one -> one.getConstructors().stream())
                        .filter(one -> parameters(one) > MOST_PARAMETERS)
                        .map(JavaConstructor::getFullName))
                .as("constructors with over 7 parameters: group them by subject in records, or say in WIDE why not")
                .isEmpty();
    }

    /**
     * Not counting those that the compiler adds: the name and ordinal of a constant, the outer object of an inner
     * class.
     */
    private static int parameters(JavaConstructor constructor) {
        JavaClass owner = constructor.getOwner();
        int added = owner.isEnum() ? 2 : owner.isInnerClass() ? 1 : 0;
        return owner.isAnonymousClass() ? 0 : constructor.getRawParameterTypes().size() - added;
    }

    private static ArchRule onlyDependsOn(String room, String... others) {
        String[] allowed = Stream.concat(Stream.of(room), Arrays.stream(others))
                .map(name -> ROOT + name + "..")
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(ROOT + room + "..")
                .should()
                .onlyDependOnClassesThat(
                        resideOutsideOfPackage("org.bitsconformance..").or(resideInAnyPackage(allowed)));
    }
}
