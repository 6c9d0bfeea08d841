package org.rectification.supervision;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.rectification.people.Visibility;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Violations;
import org.rectification.round.CaseKey;
import org.rectification.round.InspectedOrganisations;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;

/** From what was typed into the start form to what it means; what the person may not see does not exist for that person. */
@Service
public class NoticeAddresses {

    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_NUMBERS = 400;

    private final SupervisionNotices notices;
    private final NoticeFindings findings;
    private final Visibility visibility;
    private final InspectedOrganisations organisations;

    NoticeAddresses(
            SupervisionNotices notices,
            NoticeFindings findings,
            Visibility visibility,
            InspectedOrganisations organisations) {
        this.notices = notices;
        this.findings = findings;
        this.visibility = visibility;
        this.organisations = organisations;
    }

    /**
     * Sends what was typed.
     *
     * @throws Refusal naming the field that nothing was found for, or as {@link SupervisionNotices#send}
     */
    public Notice send(String actor, TypedNotice typed) {
        new Violations()
                .requireText(typed.roundNumber(), "roundNumber", "巡察轮次", LONGEST_NAME)
                .requireText(typed.batch(), "batch", "批次", LONGEST_NAME)
                .requireText(typed.organisation(), "organisation", "被巡察党组织", LONGEST_NAME)
                .optionalText(typed.village(), "village", "村（居）党支部", LONGEST_NAME)
                .optionalText(typed.findingNumbers(), "findingNumbers", "问题编号", LONGEST_NUMBERS)
                .refuseAny();
        var key = caseOf(actor, typed);
        var village =
                blank(typed.village()) ? null : villageOf(key, typed.village().strip());
        return notices.byHand(
                actor,
                new NoticeEntry(
                        key.roundId(),
                        key.organisationId(),
                        village,
                        null,
                        findingsOf(actor, key, village, typed.findingNumbers()),
                        typed.title(),
                        typed.demand(),
                        typed.replyDueOn(),
                        typed.documentNumber()));
    }

    private CaseKey caseOf(String actor, TypedNotice typed) {
        var found = organisations.named(typed.roundNumber(), typed.batch(), typed.organisation()).stream()
                .filter(key -> visibility.seesCase(actor, key.roundId(), key.organisationId()))
                .toList();
        if (found.size() != 1) {
            throw Refusal.of("organisation", "没有找到这个轮次、批次中的这个党组织。");
        }
        return found.get(0);
    }

    private String villageOf(CaseKey key, String typed) {
        return findings.villages(key).entrySet().stream()
                .filter(each -> typed.equals(each.getKey()) || typed.equals(each.getValue()))
                .findFirst()
                .orElseThrow(() -> Refusal.of("village", "没有找到这个村（居）党支部。"))
                .getKey();
    }

    private List<String> findingsOf(String actor, CaseKey key, @Nullable String village, @Nullable String numbers) {
        if (blank(numbers)) {
            return List.of();
        }
        var choices = findings.choices(actor, key, village).stream()
                .filter(choice -> Objects.equals(choice.villageCode(), village))
                .toList();
        return Arrays.stream(numbers.split("[,，、\\s]+"))
                .filter(number -> !number.isBlank())
                .map(number -> choices.stream()
                        .filter(choice -> choice.number().equals(number))
                        .map(FindingChoice::id)
                        .findFirst()
                        .orElseThrow(() -> Refusal.of("findingNumbers", "没有找到第" + number + "号问题，请核对村（居）和问题编号。")))
                .toList();
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
