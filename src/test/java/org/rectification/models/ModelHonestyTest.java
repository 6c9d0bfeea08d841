package org.rectification.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.dmn.Dmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Models, forms and code tell one story; and each rule that says so is shown to notice when they do not. */
class ModelHonestyTest {

    private static final Path SOUND = Path.of("src/test/resources/models-sound");
    private static final Path BROKEN = Path.of("src/test/resources/models-broken");

    @ParameterizedTest
    @EnumSource
    void productKeepsTheRule(Rule rule) {
        var models = Models.ofProduct();
        assertThat(models.bpmn()).as("a rule without models checks nothing").isNotEmpty();
        assertThat(rule.violations(models, Code.ofProduct())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void ruleAcceptsSoundModels(Rule rule) {
        assertThat(rule.violations(Models.ofFolder(SOUND), BrokenCode.sound())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void ruleNoticesItsBrokenModel(Rule rule) {
        var folder = BROKEN.resolve(rule.folder());
        var expected = Models.text(folder.resolve("expected.txt")).lines().toList();

        assertThat(expected).isNotEmpty();
        assertThat(rule.violations(Models.ofFolder(folder), BrokenCode.brokenFor(rule)))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void productModelsFollowTheSchemaOfBpmnAndDmn() {
        var bpmn = Models.files(Models.BPMN, ".bpmn").toList();
        assertThat(bpmn).isNotEmpty().allSatisfy(path -> assertThat(Bpmn.readModelFromFile(path.toFile()))
                .isNotNull());
        var dmn = Models.files(Models.BPMN, ".dmn").toList();
        assertThat(dmn).isNotEmpty().allSatisfy(path -> assertThat(Dmn.readModelFromFile(path.toFile()))
                .isNotNull());
    }

    @Test
    void codeIsFoundWithoutStartingIt() {
        var code = Code.ofProduct();
        assertThat(code.beans()).containsKeys("duties", "entries");
        assertThat(code.beans().values())
                .allSatisfy(type -> assertThat(type.getName()).isNotBlank());
        assertThat(code.groups()).containsEntry("inspection-office", true).containsEntry("village-secretary", false);
        assertThat(code.sources()).containsKey("Duties.java");
    }
}
