package org.rectification.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rectification.engine.InPlaceOf;
import org.rectification.people.Duties;
import org.rectification.people.Role;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Refusal.Violation;
import org.rectification.round.CaseKey;
import org.rectification.trail.Trail;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Problems common to three or more villages: the clerk groups them under one township leader and one lasting measure (S17,
 * R44). Each finding keeps its line, its measure now and its own strike-off; a change of the common measure shows in all.
 */
@Service
public class CommonProblems {

    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_TEXT = 4_000;

    private final CommonProblemStore store;
    private final PlanStore plans;
    private final PlanLineStore lines;
    private final Officers officers;
    private final Duties duties;
    private final Trail trail;

    CommonProblems(
            CommonProblemStore store,
            PlanStore plans,
            PlanLineStore lines,
            Officers officers,
            Duties duties,
            Trail trail) {
        this.store = store;
        this.plans = plans;
        this.lines = lines;
        this.officers = officers;
        this.duties = duties;
        this.trail = trail;
    }

    /** Those that hold, in the order in which they were grouped. */
    @Transactional(readOnly = true)
    public List<CommonProblem> of(CaseKey key) {
        return store.of(key);
    }

    /**
     * Lines of three or more villages that say the same or nearly so and belong to no group yet.
     *
     * @throws NoSuchElementException for whoever is neither the clerk nor acts in the clerk's place
     */
    @Transactional(readOnly = true)
    public List<CommonProblem.Suggestion> suggestions(String personId, CaseKey key) {
        return suggestions(lines.ofCase(key, clerk(personId, key)));
    }

    static List<CommonProblem.Suggestion> suggestions(List<PlannedLine> lines) {
        var free = lines.stream()
                .filter(line -> line.commonId() == null)
                .map(line -> line.line().subject())
                .toList();
        return Similarity.groups(free).stream()
                .map(group -> new CommonProblem.Suggestion(
                        group.get(0).title(),
                        group.stream()
                                .map(each -> new CommonProblem.Member(
                                        each.findingId(), each.label(), Objects.requireNonNull(each.villageCode())))
                                .toList()))
                .toList();
    }

    /**
     * @return id of the common problem
     * @throws NoSuchElementException for whoever is neither the clerk nor acts in the clerk's place
     * @throws Refusal naming each wrong field, for fewer than three villages, or when the plan is no longer open
     */
    @Transactional
    public String group(String personId, CaseKey key, CommonProblem.Entry entry) {
        var clerk = clerk(personId, key);
        var period = open(key);
        var members = members(clerk, key, entry.findings());
        var found = new ArrayList<>(violations(entry, period));
        if (members.stream()
                        .map(each -> each.line().subject().villageCode())
                        .distinct()
                        .count()
                < CommonProblem.VILLAGES) {
            found.add(new Violation("findings", "共性问题须涉及三个以上的村，请至少选择三个村的问题。"));
        }
        members.stream()
                .filter(each -> each.commonId() != null)
                .forEach(each -> found.add(new Violation("findings", each.label() + "已归入另一个共性问题。")));
        Refusal.ifAny(found);
        var common = common(UUID.randomUUID().toString(), key, entry, entry.findings());
        store.add(key, common, personId);
        InPlaceOf.run(clerk, () -> record(personId, key, common, "COMMON_PROBLEM_GROUPED", null));
        return common.id();
    }

    /**
     * Changes what its members have in common; shows in every one of their lines at once.
     *
     * @throws NoSuchElementException for whoever is neither the clerk nor acts in the clerk's place, or when there is none such
     * @throws Refusal naming each wrong field, or when the plan is no longer open
     */
    @Transactional
    public void change(String personId, CaseKey key, String id, CommonProblem.Entry entry) {
        var clerk = clerk(personId, key);
        var before = store.lock(key, id).orElseThrow();
        Refusal.ifAny(violations(entry, open(key)));
        var common = common(id, key, entry, before.findings());
        store.change(common);
        InPlaceOf.run(clerk, () -> record(personId, key, common, "COMMON_PROBLEM_CHANGED", null));
    }

    /**
     * The members go their own ways; each keeps the measure as one of its own.
     *
     * @throws NoSuchElementException for whoever is neither the clerk nor acts in the clerk's place, or when there is none such
     * @throws Refusal without a reason, or when the plan is no longer open
     */
    @Transactional
    public void dissolve(String personId, CaseKey key, String id, @Nullable String reason) {
        var clerk = clerk(personId, key);
        var common = store.lock(key, id).orElseThrow();
        open(key);
        if (reason == null || reason.isBlank()) {
            throw Refusal.of("reason", "解除共性问题“" + common.title() + "”须说明理由。");
        }
        store.dissolve(id, personId, reason);
        InPlaceOf.run(clerk, () -> record(personId, key, common, "COMMON_PROBLEM_DISSOLVED", reason));
    }

    /**
     * One member goes its own way and keeps the measure as one of its own; the others stay together.
     *
     * @throws NoSuchElementException for whoever is neither the clerk nor acts in the clerk's place, or when there is none
     *     such, or no such member of it
     * @throws Refusal without a reason, when fewer than three villages would be left, or when the plan is no longer open
     */
    @Transactional
    public void leave(String personId, CaseKey key, String id, String findingId, @Nullable String reason) {
        var clerk = clerk(personId, key);
        var common = store.lock(key, id)
                .filter(each -> each.findings().contains(findingId))
                .orElseThrow();
        open(key);
        if (reason == null || reason.isBlank()) {
            throw Refusal.of("reason", "把问题移出共性问题“" + common.title() + "”须说明理由。");
        }
        if (store.villagesWithout(id, findingId) < CommonProblem.VILLAGES) {
            throw Refusal.of("findings", "移出后不足三个村，不再是共性问题，请改用“解除归并”。");
        }
        store.leave(id, findingId);
        InPlaceOf.run(clerk, () -> {
            trail.organisation(
                    personId,
                    key.roundId(),
                    key.organisationId(),
                    "COMMON_PROBLEM_LEFT",
                    Map.of("id", id, "title", common.title(), "finding", findingId, "reason", reason));
            trail.finding(
                    personId,
                    key.roundId(),
                    key.organisationId(),
                    findingId,
                    "COMMON_PROBLEM_LEFT",
                    null,
                    Map.of("common", id, "measure", common.measure()),
                    reason);
        });
    }

    private Period open(CaseKey key) {
        var plan = plans.lock(key);
        plan.demandOpen();
        return plan.period();
    }

    private List<PlannedLine> members(String personId, CaseKey key, List<String> findings) {
        var all = lines.ofCase(key, personId).stream()
                .filter(each -> each.line().subject().ofVillage())
                .collect(Collectors.toMap(each -> each.line().subject().findingId(), Function.identity()));
        if (!all.keySet().containsAll(findings)) {
            throw Refusal.of("findings", "共性问题只能由本单位的村级问题组成。");
        }
        return findings.stream().distinct().map(all::get).toList();
    }

    private CommonProblem common(String id, CaseKey key, CommonProblem.Entry entry, List<String> findings) {
        var leader = officers.leader(key.organisationId(), entry.leader(), "leader");
        return new CommonProblem(
                id, entry.title(), leader.id(), leader.name(), entry.measure(), entry.dueOn(), findings);
    }

    private static List<Violation> violations(CommonProblem.Entry entry, Period period) {
        var found = new ArrayList<Violation>();
        text("title", "共性问题名称", entry.title(), LONGEST_TITLE, found);
        text("measure", "共同的长久立措施", entry.measure(), LONGEST_TEXT, found);
        LocalDate day = entry.dueOn();
        if (day != null && !period.begunBy(day)) {
            found.add(new Violation("dueOn", "措施时限须晚于反馈日期" + period.feedbackOn() + "。"));
        }
        return found;
    }

    private static void text(String field, String name, @Nullable String text, int longest, List<Violation> found) {
        if (text == null || text.isBlank()) {
            found.add(new Violation(field, name + "未填写。"));
        } else if (text.length() > longest) {
            found.add(new Violation(field, name + "不得超过" + longest + "字。"));
        }
    }

    /** The clerk, or in whose place the person acts as one. */
    private String clerk(String personId, CaseKey key) {
        return duties.capacity(personId, Role.RECTIFICATION_OFFICE, key.organisationId())
                .orElseThrow(() -> new NoSuchElementException("not the clerk: " + personId));
    }

    private void record(String actor, CaseKey key, CommonProblem common, String kind, @Nullable String reason) {
        var after = new LinkedHashMap<String, Object>();
        after.put("id", common.id());
        after.put("title", common.title());
        after.put("leader", common.leader());
        after.put("measure", common.measure());
        after.put("dueOn", common.dueOn());
        after.put("findings", common.findings());
        if (reason != null) {
            after.put("reason", reason);
        }
        trail.organisation(actor, key.roundId(), key.organisationId(), kind, after);
        common.findings()
                .forEach(finding -> trail.finding(
                        actor,
                        key.roundId(),
                        key.organisationId(),
                        finding,
                        kind,
                        null,
                        Map.of("common", common.id(), "measure", common.measure()),
                        reason));
    }
}
