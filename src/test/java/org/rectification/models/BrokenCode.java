package org.rectification.models;

import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Code that the models of {@code models-sound} and {@code models-broken} are held against. None of it ever runs. */
final class BrokenCode {

    private BrokenCode() {}

    static class StrikeOffFindingDelegate implements JavaDelegate {
        @Override
        public void execute(DelegateExecution execution) {}
    }

    /** Registered under a name that is not its own. */
    static class MisnamedDelegate extends StrikeOffFindingDelegate {}

    static class ForgottenDelegate extends StrikeOffFindingDelegate {}

    static class VerifyFindingListener implements TaskListener {
        @Override
        public void notify(DelegateTask task) {}
    }

    static class RectifyFindingListener extends VerifyFindingListener {}

    static class Findings {
        public Date completeBy(String findingId) {
            return new Date(findingId.length());
        }

        public String blank() {
            return "{}";
        }
    }

    /** Code that fits the sound models. */
    static Code sound() {
        var beans = new LinkedHashMap<String, Class<?>>();
        beans.put("strikeOffFindingDelegate", StrikeOffFindingDelegate.class);
        beans.put("verifyFindingListener", VerifyFindingListener.class);
        beans.put("rectifyFindingListener", RectifyFindingListener.class);
        beans.put("findings", Findings.class);
        return new Code(
                beans,
                Set.of(StrikeOffFindingDelegate.class, VerifyFindingListener.class, RectifyFindingListener.class),
                Map.of("SampleProcess.STRIKE_OFF_FINDING", "serviceTask_strikeOffFinding"),
                Map.of(
                        "StrikeOffFindingDelegate.java",
                        "throw new BpmnError(REJECTED); static final String REJECTED = \"evidenceRejected\";",
                        "Sender.java",
                        "runtime.createMessageCorrelation(\"sample.extensionRequested\")"),
                Code.groupsOfRoles());
    }

    /** The same code with what some rules look for in the code rather than in a model. */
    static Code brokenFor(Rule rule) {
        var sound = sound();
        var beans = new LinkedHashMap<>(sound.beans());
        return switch (rule) {
            case EVERY_DELEGATE_IS_USED -> {
                beans.put("forgottenDelegate", ForgottenDelegate.class);
                yield new Code(beans, Set.of(ForgottenDelegate.class), Map.of(), sound.sources(), sound.groups());
            }
            case ID_BEAN_AND_CLASS_AGREE -> {
                beans.put("recordReturnDelegate", MisnamedDelegate.class);
                yield new Code(beans, sound.glue(), Map.of(), sound.sources(), sound.groups());
            }
            case CONSTANT_HAS_AN_ELEMENT ->
                new Code(
                        beans,
                        sound.glue(),
                        Map.of("SampleProcess.GONE", "userTask_gone"),
                        sound.sources(),
                        sound.groups());
            case THROWN_IS_CAUGHT ->
                new Code(
                        beans,
                        sound.glue(),
                        Map.of(),
                        Map.of("Thrower.java", "throw new BpmnError(\"evidenceLost\");"),
                        sound.groups());
            default -> sound;
        };
    }
}
