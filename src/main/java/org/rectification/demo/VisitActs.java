package org.rectification.demo;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import org.rectification.demo.Story.Problem;
import org.rectification.demo.Story.Township;
import org.rectification.file.Level;
import org.rectification.file.StoredFiles;
import org.rectification.people.Duties;
import org.rectification.visit.Visits;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The township's discipline commission goes to a village and hands in the signed sheet, once for all that waits there. */
@Component
@Profile("demo")
class VisitActs {

    private final Visits visits;
    private final StoredFiles files;
    private final Duties duties;
    private final Clock clock;

    VisitActs(Visits visits, StoredFiles files, Duties duties, Clock clock) {
        this.visits = visits;
        this.files = files;
        this.duties = duties;
        this.clock = clock;
    }

    /** Does nothing where a signed sheet lists the finding already, or where a county body verifies. */
    void visit(String roundId, Township township, Problem problem) {
        var verifier = duties.townshipDiscipline(township.code());
        if (visits.waiting(verifier).stream()
                .noneMatch(waiting -> waiting.roundId().equals(roundId)
                        && waiting.villageCode().equals(problem.village()))) {
            return;
        }
        var today = LocalDate.now(clock);
        var visit = visits.plan(verifier, new Visits.Plan(roundId, township.code(), problem.village(), today));
        var sheet = Papers.pdf("现场核验清单（演示）", problem.village() + " " + today, "核验人、村党支部书记、群众代表已签名");
        var file = files.upload(
                verifier,
                roundId,
                township.code(),
                "现场核验清单" + today + ".pdf",
                Level.INTERNAL,
                new ByteArrayInputStream(sheet));
        visits.sign(verifier, visit, new Visits.Signature(today, "镇纪委书记、村党支部书记、党员群众代表", file.id()));
    }
}
