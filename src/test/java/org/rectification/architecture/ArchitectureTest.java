package org.rectification.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The packages keep their distance; and each rule that says so is shown to notice when they do not. */
class ArchitectureTest {

    private static final String BASE = "org.rectification";
    private static final String BROKEN = BASE + ".architecture.broken";

    /** Rooms that any capability may use. */
    private static final List<String> GROUND = List.of("refusal", "trail", "engine", "deadline", "workbook", "privacy");

    /** Who may know whom; a package that is not named here is not allowed at all. */
    private static final Map<String, List<String>> KNOWS = knows();

    /** These are about the engine, its accounts, or people at its doors, so they may name it at their root. */
    private static final Set<String> OF_THE_ENGINE = Set.of("engine", "cockpit", "people", "demo");

    private static JavaClasses product;
    private static JavaClasses broken;

    private static Map<String, List<String>> knows() {
        var knows = new TreeMap<String, List<String>>();
        knows.put("refusal", List.of());
        knows.put("deadline", List.of());
        knows.put("workbook", List.of("refusal"));
        knows.put("engine", List.of("refusal"));
        knows.put("trail", List.of("refusal", "engine"));
        knows.put("privacy", List.of("refusal", "engine", "trail"));
        knows.put("word", List.of());
        knows.put("people", GROUND);
        knows.put("file", and("people"));
        knows.put("warning", GROUND);
        knows.put("finding", and("people", "file", "warning"));
        knows.put("round", and("people", "file", "finding"));
        knows.put("visit", and("people", "file", "finding", "round", "word"));
        knows.put("strikeoff", and("people", "file", "finding", "round", "plan", "word"));
        knows.put("sample", and("people", "finding", "round", "accountability"));
        knows.put("plan", and("people", "file", "finding", "round", "warning"));
        knows.put("period", and("people", "file", "finding", "round", "plan", "warning"));
        knows.put("meeting", and("people", "file", "finding", "round", "period", "warning"));
        knows.put("hearing", and("people", "file", "finding", "round", "period", "accountability", "word", "warning"));
        knows.put("consultation", and("people", "file", "finding", "round", "period", "warning"));
        knows.put("supervision", and("people", "file", "finding", "round", "period", "word", "warning"));
        knows.put("signoff", and("people", "file", "finding", "round", "plan", "period", "meeting", "hearing"));
        knows.put("closure", and("people", "file", "finding", "round", "plan", "period", "signoff"));
        knows.put("accountability", and("people", "file", "finding", "round", "warning"));
        knows.put(
                "ledger",
                and("people", "file", "finding", "round", "plan", "period", "signoff", "closure", "accountability"));
        knows.put(
                "demo",
                and(
                        "people",
                        "file",
                        "finding",
                        "round",
                        "visit",
                        "plan",
                        "period",
                        "meeting",
                        "hearing",
                        "consultation",
                        "supervision",
                        "signoff",
                        "closure",
                        "accountability",
                        "ledger"));
        knows.put("autosave", and("people", "file", "finding", "round", "plan", "meeting"));
        knows.put("notification", and("people", "finding", "round", "warning"));
        knows.put("schedule", and("people", "round"));
        knows.put("cockpit", and("people", "ledger"));
        return knows;
    }

    private static List<String> and(String... names) {
        return Stream.concat(GROUND.stream(), Stream.of(names)).toList();
    }

    @BeforeAll
    static void read() {
        product = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(BASE);
        broken = new ClassFileImporter().importPackages(BROKEN);
    }

    @Test
    void packagesFormNoCycle() {
        Rules.noCycles(BASE).check(product);
    }

    @Test
    void everyPackageKnowsOnlyWhatItMay() {
        assertThat(packages()).isNotEmpty().isSubsetOf(KNOWS.keySet());
        packages().forEach(name -> Rules.knowsOnly(BASE, name, KNOWS.get(name)).check(product));
    }

    @Test
    void domainKnowsNoEngine() {
        var capabilities = packages();
        capabilities.removeAll(OF_THE_ENGINE);
        assertThat(capabilities).isNotEmpty();
        capabilities.forEach(name -> Rules.rootKnowsNoEngine(BASE, name).check(product));
    }

    @Test
    void controllersLiveInWeb() {
        Rules.controllersLiveInWeb(BASE).check(product);
    }

    @Test
    void delegatesAndListenersLiveInProcess() {
        Rules.glueLivesInProcess(BASE).check(product);
    }

    @Test
    void glueOfOnePackageIsNotUsedByAnother() {
        assertThat(packages()).isNotEmpty();
        packages().forEach(name -> Rules.roomsArePrivate(BASE, name, "process", "web")
                .check(product));
    }

    @Test
    void timeComesFromTheClock() {
        Rules.timeComesFromTheClock(BASE).check(product);
    }

    @Test
    void rulesNoticeBrokenCode() {
        assertBroken(Rules.noCycles(BROKEN), "Cycle detected");
        assertBroken(Rules.knowsOnly(BROKEN, "one", List.of()), "broken.two.Second");
        assertBroken(Rules.rootKnowsNoEngine(BROKEN, "two"), "DelegateExecution");
        assertBroken(Rules.controllersLiveInWeb(BROKEN), "broken.two.Second");
        assertBroken(Rules.glueLivesInProcess(BROKEN), "broken.two.Second");
        assertBroken(Rules.roomsArePrivate(BROKEN, "three", "web"), "broken.three.web.Page");
    }

    @Test
    void ruleOfTheClockNoticesEachWayRoundIt() {
        assertBroken(
                Rules.timeComesFromTheClock(BROKEN), "LocalDate.now()", "java.util.Date.<init>()", "Clock.systemUTC()");
    }

    @Test
    void ruleWithoutAnythingToCheckFails() {
        var nowhere = BASE + ".nowhere";
        assertBroken(Rules.noCycles(nowhere), "failed to check any classes");
        assertBroken(Rules.rootKnowsNoEngine(nowhere, "round"), "failed to check any classes");
        assertBroken(Rules.timeComesFromTheClock(nowhere), "failed to check any classes");
    }

    private static void assertBroken(ArchRule rule, String... parts) {
        assertThatThrownBy(() -> rule.check(broken))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(parts);
    }

    /** First package level below the product's, in a set that may be changed. */
    private static Set<String> packages() {
        return product.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(BASE + "."))
                .map(name -> name.substring(BASE.length() + 1).replaceFirst("\\..*$", ""))
                .collect(Collectors.toSet());
    }
}
