package org.rectification.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.rectification.demo.Story.Later;
import org.rectification.demo.Story.Phrases;
import org.rectification.demo.Story.Problem;
import org.rectification.demo.Story.Township;
import org.rectification.demo.process.DemoActs;
import org.rectification.finding.Extensions;
import org.rectification.finding.Recurrences;
import org.rectification.people.Duties;
import org.rectification.trail.Trail;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What people do about one finding after the other, as its {@code acts} tell: {@code report@18 accept@20 done@23}. */
@Component
@Profile("demo")
class FindingScript {

    private static final String REPORT = "userTask_rectifyFinding";
    private static final String REVIEW = "userTask_reviewResult";
    private static final String VERIFY = "userTask_verifyFinding";
    private static final String CONFIRM = "userTask_confirmVerification";
    private static final String CONSENT = "userTask_consentLongTerm";
    private static final String GRANT = "userTask_decideExtension";
    private static final Duration BETWEEN_ACTS = Duration.ofHours(1);
    private static final String NO_SHEET = "已到现场核验并当场签名，签名件由镇纪委存档，待补传。";
    private static final int MINUTES = 50;

    private final DemoActs acts;
    private final DemoFindings findings;
    private final Extensions extensions;
    private final Recurrences recurrences;
    private final Duties duties;
    private final Exhibits exhibits;
    private final VisitActs visitActs;
    private final Trail trail;

    FindingScript(
            DemoActs acts,
            DemoFindings findings,
            Extensions extensions,
            Recurrences recurrences,
            Duties duties,
            Exhibits exhibits,
            VisitActs visitActs,
            Trail trail) {
        this.visitActs = visitActs;
        this.exhibits = exhibits;
        this.acts = acts;
        this.findings = findings;
        this.extensions = extensions;
        this.recurrences = recurrences;
        this.duties = duties;
        this.trail = trail;
    }

    List<Step> of(Story story, Township township, DemoCalendar days) {
        var steps = new ArrayList<Step>();
        var all = township.all();
        for (int index = 0; index < all.size(); index++) {
            steps.addAll(of(story.phrases(), township, all.get(index), index, days));
        }
        return steps;
    }

    private List<Step> of(Phrases phrases, Township township, Problem problem, int index, DemoCalendar days) {
        var steps = new ArrayList<Step>();
        if (problem.acts() == null) {
            return steps;
        }
        Queue<String> reasons = new ArrayDeque<>(problem.reasons() == null ? List.of() : problem.reasons());
        var earliest = Instant.MIN;
        for (var told : problem.acts().split(" ", -1)) {
            var verb = Verb.of(told.substring(0, told.indexOf('@')));
            var day = days.working(Integer.parseInt(told.substring(told.indexOf('@') + 1)));
            var planned = DemoCalendar.at(day, verb.hour(), index * 7 % MINUTES);
            // Holidays may bring two acts to the same day; the order told still holds.
            var at = planned.isBefore(earliest) ? earliest : planned;
            steps.add(new Step(
                    at, verb.of(township, problem), act(phrases, township, problem, index, verb, reasons, days)));
            earliest = at.plus(BETWEEN_ACTS);
        }
        return steps;
    }

    private Runnable act(
            Phrases phrases,
            Township township,
            Problem problem,
            int index,
            Verb verb,
            Queue<String> reasons,
            DemoCalendar days) {
        return switch (verb) {
            case REFUSED -> () -> refused(township, problem);
            case REPORT -> () -> report(township, problem);
            case ACCEPT -> each(township, problem, REVIEW, answer("AGREE", phrases.reviewed(), index));
            case SEND_BACK -> one(township, problem, REVIEW, Map.of("answer", "RETURN", "reason", reasons.remove()));
            case DONE -> verified(township, problem, "DONE", Phrases.inTurn(phrases.verified(), index));
            case MOSTLY -> verified(township, problem, "MOSTLY_DONE", reasons.remove());
            case NOT_DONE -> verified(township, problem, "NOT_DONE", reasons.remove());
            case CONFIRM -> one(township, problem, CONFIRM, answer("AGREE", phrases.confirmed(), index));
            case LONG_TERM -> one(township, problem, VERIFY, longTerm(phrases, problem, index, days));
            case CONSENT -> one(township, problem, CONSENT, answer("AGREE", phrases.confirmed(), index));
            case GRANT -> one(township, problem, GRANT, answer("AGREE", phrases.reviewed(), index));
            case EXTEND -> () -> extend(findings.of(township, problem), problem.later());
            case RECUR ->
                () -> recurrences.open(
                        townshipDiscipline(township),
                        findings.of(township, problem).id(),
                        problem.back().facts(),
                        days.counted(problem.back().due()));
        };
    }

    private void extend(DemoFindings.Standing finding, Later later) {
        extensions.request(
                finding.person(), finding.id(), later.reason(), finding.dueOn().plusDays(later.days()));
    }

    private String townshipDiscipline(Township township) {
        return duties.townshipDiscipline(township.code());
    }

    private static Map<String, Object> longTerm(Phrases phrases, Problem problem, int index, DemoCalendar days) {
        var entry = new LinkedHashMap<String, Object>(
                verdict(problem, "LONG_TERM", Phrases.inTurn(phrases.verified(), index)));
        entry.put("nextReviewOn", days.counted(problem.nextReview()));
        return entry;
    }

    private Runnable one(Township township, Problem problem, String taskKey, Map<String, ?> entry) {
        return () -> acts.completeOf(instance(township, problem), taskKey, entry);
    }

    /** In a village somebody goes there first and brings the signed sheet home. */
    private Runnable verified(Township township, Problem problem, String verdict, String reason) {
        return () -> {
            if (problem.village() != null) {
                visitActs.visit(findings.of(township, problem).roundId(), township, problem);
            }
            acts.completeOf(instance(township, problem), VERIFY, verdict(problem, verdict, reason));
        };
    }

    private Runnable each(Township township, Problem problem, String taskKey, Map<String, ?> entry) {
        return () -> acts.completeEachOf(instance(township, problem), taskKey, entry);
    }

    private static Map<String, String> answer(String answer, List<String> sentences, int index) {
        return Map.of("answer", answer, "reason", Phrases.inTurn(sentences, index));
    }

    private static Map<String, String> verdict(Problem problem, String verdict, String reason) {
        var entry = new LinkedHashMap<String, String>();
        entry.put("verdict", verdict);
        entry.put("reason", reason);
        if (problem.village() != null) {
            entry.put("noSheetReason", NO_SHEET);
        }
        return entry;
    }

    private String instance(Township township, Problem problem) {
        return findings.of(township, problem).processInstanceId();
    }

    /** What the plan promised: the own measures, and the one that is common to several villages. */
    private static Map<String, Object> result(Township township, Problem problem) {
        var measures = new ArrayList<Map<String, Object>>();
        measures.add(Map.of("text", problem.now(), "kind", "NOW"));
        if (problem.lasting() != null) {
            measures.add(Map.of("text", problem.lasting(), "kind", "LASTING"));
        }
        if (township.common() != null && township.common().includes(problem)) {
            measures.add(Map.of("text", township.common().measure(), "kind", "LASTING"));
        }
        var entry = new LinkedHashMap<String, Object>();
        entry.put("result", problem.result());
        entry.put("measures", measures);
        entry.put("filledInFor", problem.filledInFor());
        return entry;
    }

    private void report(Township township, Problem problem) {
        var finding = findings.of(township, problem);
        var entry = result(township, problem);
        exhibits.into(entry, township, problem, finding);
        acts.completeOf(finding.processInstanceId(), REPORT, entry);
    }

    /** The ledger refuses the claim, and the attempt leaves no trace there; the demo notes it for those who look. */
    private void refused(Township township, Problem problem) {
        var finding = findings.of(township, problem);
        JsonNode claim = problem.claim();
        var refusal = acts.refusedOf(finding.processInstanceId(), REPORT, claim);
        trail.finding(
                finding.person(),
                finding.roundId(),
                township.code(),
                finding.id(),
                "RESULT_REFUSED",
                null,
                Map.of("claim", claim),
                refusal.getMessage());
    }
}
