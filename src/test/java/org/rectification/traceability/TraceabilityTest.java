package org.rectification.traceability;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectification.support.Clause;
import org.rectification.support.Feature;

/** The table from clause to model to test is what models and tests say today. */
class TraceabilityTest {

    private static final Path PAGE = Path.of("docs/traceability.md");
    private static final Path TEST_CLASSES = Path.of("target/test-classes");

    @Test
    void committedTableIsTheOneThatModelsAndTestsGive() throws Exception {
        var traceability = Traceability.read(Path.of("bpmn"), Traceability.testsThatRun(TEST_CLASSES));
        var headings = Headings.byClause();
        assertThat(headings).hasSize(49).containsKeys("S01", "S49");
        assertThat(traceability.unknown(headings.keySet())).isEmpty();
        var features = Headings.byFeature();
        assertThat(features).hasSize(67).containsEntry(23, "Drafts kept while typing");
        assertThat(traceability.unknownFeatures(features.keySet())).isEmpty();

        var page = traceability.page(headings, features);
        assertThat(page).doesNotContain("`Hearing.");
        if (Boolean.getBoolean("traceability.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE))
                .as("write it anew with -Dtraceability.write=true")
                .isEqualTo(page);
    }

    @Test
    void elementAndTestOfAClauseOrFeatureAreFoundAndAnUnknownOneIsNamed(@TempDir Path folder) throws Exception {
        Files.writeString(
                folder.resolve("sample.bpmn"),
                """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
                  <process id="sample">
                    <userTask id="userTask_recordHearing">
                      <extensionElements><camunda:properties>
                        <camunda:property name="clause" value="S35, S99"/>
                      </camunda:properties></extensionElements>
                    </userTask>
                  </process>
                </definitions>
                """);

        var traceability = Traceability.read(folder, new ClassFileImporter().importClasses(Hearing.class));

        var headings = Headings.byClause();
        assertThat(traceability.unknown(headings.keySet())).containsExactly("S99");
        var features = Headings.byFeature();
        assertThat(traceability.unknownFeatures(features.keySet())).containsExactly(99);
        assertThat(traceability.page(headings, features))
                .contains("| 34 | Joint hearing at month two | `Hearing.happensEvenWhenAllIsSettled` |")
                .contains("| 35 | Hearing pack | – |")
                .contains("| S35 | Joint hearing at the end of month two | `userTask_recordHearing` in sample.bpmn |"
                        + " `Hearing.happensEvenWhenAllIsSettled` |")
                .contains("Neither a model element nor a test: S01, S02, S03,")
                .contains("A test and no model element: S36.");
    }

    /** What a test looks like. The build does not run it, so it must not show up in the real table. */
    @Clause("S35")
    @Feature(34)
    static class Hearing {

        @Test
        @Clause("S36")
        @Feature(99)
        void happensEvenWhenAllIsSettled() {
            assertThat(TEST_CLASSES).exists();
        }
    }
}
