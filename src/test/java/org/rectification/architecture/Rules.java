package org.rectification.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Controller;

/** The house rules of the packages. Each takes the base package, so that it can be shown to notice broken code too. */
final class Rules {

    private Rules() {}

    static ArchRule noCycles(String base) {
        return slices().matching(base + ".(*)..").should().beFreeOfCycles().allowEmptyShould(false);
    }

    /** A package of the product may use only the named ones, itself, and what is not ours. */
    static ArchRule knowsOnly(String base, String name, List<String> others) {
        var allowed = Stream.concat(Stream.of(name), others.stream())
                .map(other -> base + "." + other + "..")
                .toArray(String[]::new);
        var ours = resideInAnyPackage(base + "..");
        return classes()
                .that()
                .resideInAPackage(base + "." + name + "..")
                .should(onlyDependOnClassesThat(resideInAnyPackage(allowed).or(DescribedPredicate.not(ours))))
                .as(name + " knows only " + others)
                .allowEmptyShould(false);
    }

    /** What can be explained to an inspector knows nothing of the engine: only glue does. */
    static ArchRule rootKnowsNoEngine(String base, String name) {
        return noClasses()
                .that()
                .resideInAPackage(base + "." + name)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .allowEmptyShould(false);
    }

    /** The engine package is no capability: its few doors stand beside what they open. */
    static ArchRule controllersLiveInWeb(String base) {
        return classes()
                .that()
                .resideInAPackage(base + "..")
                .and()
                .areMetaAnnotatedWith(Controller.class)
                .should()
                .resideInAnyPackage("..web..", base + ".engine..")
                .allowEmptyShould(false);
    }

    /** The engine package may hang listeners of its own on the whole engine. */
    static ArchRule glueLivesInProcess(String base) {
        return classes()
                .that()
                .resideInAPackage(base + "..")
                .and()
                .areAssignableTo(JavaDelegate.class)
                .or()
                .areAssignableTo(TaskListener.class)
                .or()
                .areAssignableTo(ExecutionListener.class)
                .should()
                .resideInAnyPackage("..process..", base + ".engine..")
                .allowEmptyShould(false);
    }

    /** All time comes from the injected clock, so that a round can be rehearsed in a minute. */
    static ArchRule timeComesFromTheClock(String base) {
        return noClasses()
                .that()
                .resideInAPackage(base + "..")
                .and()
                .resideOutsideOfPackage(base + ".engine.clock..")
                .should()
                .callCodeUnitWhere(readsTheMachinesTime())
                .allowEmptyShould(false);
    }

    private static DescribedPredicate<JavaCall<?>> readsTheMachinesTime() {
        return DescribedPredicate.describe("it reads the machine's time", call -> {
            CodeUnitCallTarget target = call.getTarget();
            JavaClass owner = target.getOwner();
            var parameters = target.getRawParameterTypes();
            boolean now = owner.getPackageName().equals("java.time")
                    && target.getName().equals("now")
                    && parameters.stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
            boolean date =
                    owner.isEquivalentTo(Date.class) && target.getName().equals("<init>") && parameters.isEmpty();
            boolean millis =
                    owner.isEquivalentTo(System.class) && target.getName().equals("currentTimeMillis");
            boolean ownClock =
                    owner.isEquivalentTo(Clock.class) && target.getName().startsWith("system");
            return now || date || millis || ownClock;
        });
    }

    /** Delegates, listeners and controllers are private rooms: others come in through the root of a package. */
    static ArchRule roomsArePrivate(String base, String name, String... rooms) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(base + "." + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Arrays.stream(rooms)
                        .map(room -> base + "." + name + "." + room + "..")
                        .toArray(String[]::new))
                .allowEmptyShould(false);
    }
}
