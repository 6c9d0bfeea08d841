package org.rectification.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rectification.finding.FindingFacts;
import org.rectification.finding.Findings;
import org.rectification.finding.Owners;
import org.rectification.refusal.Refusal;
import org.rectification.round.CaseKey;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** Changes to the proposed owners, each with its reason (S13, S16). */
@Component
class PlanDivision {

    private static final String SETTLED = "分解整改任务时调整";

    private final Findings findings;
    private final Officers officers;

    PlanDivision(Findings findings, Officers officers) {
        this.findings = findings;
        this.officers = officers;
    }

    /** @return the answers to warnings about levels, by finding */
    Map<String, String> change(String actor, CaseKey key, List<DivisionChange> changes) {
        var answers = new LinkedHashMap<String, String>();
        if (changes.isEmpty()) {
            return answers;
        }
        var own = findings.idsOf(key.roundId(), key.organisationId());
        var people = officers.byId(key.organisationId());
        for (var i = 0; i < changes.size(); i++) {
            var field = "changes[" + i + "].";
            var change = changes.get(i);
            if (change.finding() == null || !own.contains(change.finding())) {
                throw Refusal.of(field + "finding", "请选择本单位的问题。");
            }
            change(actor, change, people, field);
            if (given(change.levelReason())) {
                answers.put(change.finding(), change.levelReason());
            }
        }
        return answers;
    }

    private void change(String actor, DivisionChange change, Map<String, Officer> people, String field) {
        var finding = findings.get(change.finding());
        var owners = finding.owners().orElse(new Owners(null, null, null));
        var othersAnswer = given(change.leader()) || given(change.person());
        if (othersAnswer && !given(change.reason())) {
            throw Refusal.of(field + "reason", "调整责任领导或责任人员须说明理由。");
        }
        var leader = people.get(change.leader());
        if (given(change.leader()) && (leader == null || !leader.leads())) {
            throw Refusal.of(
                    field + "leader",
                    "责任领导须由镇领导班子成员或包村领导担任" + (leader == null ? "" : "，" + leader.name() + "不是") + "。");
        }
        var person = people.get(change.person());
        if (person != null && !given(change.levelReason()) && !levelMatches(finding.facts(), person)) {
            throw Refusal.of(
                    field + "levelReason",
                    finding.facts().ofTown()
                            ? "镇级问题不能只落到村级人员" + person.name() + "，请更换责任人员，或填写层级不一致的说明。"
                            : "村级问题的责任人员" + person.name() + "不是该村的人员，请更换责任人员，或填写层级不一致的说明。");
        }
        findings.assign(
                actor,
                change.finding(),
                new Owners(
                        given(change.leader()) ? change.leader() : owners.leader(),
                        given(change.branch()) ? change.branch() : owners.branch(),
                        given(change.person()) ? change.person() : owners.person()),
                given(change.reason()) ? change.reason() : SETTLED);
    }

    private static boolean levelMatches(FindingFacts finding, Officer person) {
        return finding.ofTown() ? !person.ofVillageOnly() : person.worksFor(finding.villageCode());
    }

    private static boolean given(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
