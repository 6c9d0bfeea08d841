package org.rectification.round.process;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rectification.engine.gate.ProcessStartDoor;
import org.rectification.engine.gate.StartAnswer;
import org.rectification.round.Registration;
import org.rectification.round.RoundAnswers;
import org.rectification.round.RoundRegistration;
import org.rectification.round.intake.Problem;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** The engine's own start of {@code inspectionRound}: the same rule book and the same service as the API's. */
@Component
class RoundStartDoor implements ProcessStartDoor {

    private static final String ROUND = "round";

    private final RoundRegistration registration;
    private final RoundAnswers answers;

    RoundStartDoor(RoundRegistration registration, RoundAnswers answers) {
        this.registration = registration;
        this.answers = answers;
    }

    @Override
    public String processKey() {
        return "inspectionRound";
    }

    @Override
    public StartAnswer start(Map<String, Object> variables, String businessKey, String actor, Locale locale) {
        try {
            return answer(register(variables, businessKey, actor), locale);
        } catch (AccessDeniedException e) {
            return StartAnswer.refused(403, RoundAnswers.PROBLEM, answers.forbidden(locale));
        }
    }

    private Registration register(Map<String, Object> variables, String businessKey, String actor) {
        registration.demandInspectionOffice(actor);
        for (var name : variables.keySet()) {
            if (!ROUND.equals(name)) {
                return rejected(Problem.at("/variables", name, "variable"));
            }
        }
        return variables.get(ROUND) instanceof String json
                ? registration.register(json, businessKey, actor)
                : rejected(Problem.at("/variables", ROUND, "variable.json"));
    }

    private static Registration rejected(Problem problem) {
        return new Registration.Rejected(List.of(problem));
    }

    private StartAnswer answer(Registration result, Locale locale) {
        var answer = answers.of(result, locale);
        return answer.round()
                .map(round -> StartAnswer.started(
                        answer.json(), round.processInstanceId(), round.processDefinitionId(), round.businessKey()))
                .orElseGet(() -> StartAnswer.refused(answer.status(), RoundAnswers.PROBLEM, answer.json()));
    }
}
