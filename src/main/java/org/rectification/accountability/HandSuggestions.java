package org.rectification.accountability;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.rectification.people.Duties;
import org.rectification.people.Role;
import org.rectification.people.Visibility;
import org.rectification.privacy.PersonalDataGuard;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Violations;
import org.rectification.round.CaseKey;
import org.rectification.round.InspectedOrganisations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Suggestions that a supervisor raises (S47), also about a finding that no watch has noticed. */
@Service
public class HandSuggestions {

    private static final int NAME = 64;
    private static final int FACTS = 4_000;

    private final Suggestions suggestions;
    private final Duties duties;
    private final Visibility visibility;
    private final InspectedOrganisations organisations;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final PersonalDataGuard personalData;

    HandSuggestions(
            Suggestions suggestions,
            Duties duties,
            Visibility visibility,
            InspectedOrganisations organisations,
            JdbcClient jdbc,
            Clock clock,
            PersonalDataGuard personalData) {
        this.personalData = personalData;
        this.suggestions = suggestions;
        this.duties = duties;
        this.visibility = visibility;
        this.organisations = organisations;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether the person belongs to one of the county's supervising bodies. */
    public boolean mayRaise(String personId) {
        return Stream.of(Role.values()).filter(Role::supervises).anyMatch(role -> duties.holds(personId, role));
    }

    /**
     * Raises the suggestion; sent twice on one day, it is one.
     *
     * @throws Refusal for anybody who may not, for a case or a finding that does not exist or that the person may not
     *     see, or for an incomplete entry
     */
    @Transactional
    public Raised raise(String actor, HandEntry entry) {
        if (!mayRaise(actor)) {
            throw Refusal.of("整改问责建议须由监督单位提出，您没有这项职责。");
        }
        demandComplete(entry);
        var key = caseOf(actor, entry);
        var findingId = blank(entry.findingNumber()) ? null : findingOf(key, entry);
        personalData.check(actor, key.roundId(), key.organisationId(), findingId, entry);
        return suggestions.raiseByHand(
                actor,
                new Suggestion(
                        key.roundId(),
                        key.organisationId(),
                        findingId,
                        entry.trigger(),
                        occasion(entry.facts()),
                        entry.facts(),
                        false));
    }

    private static void demandComplete(HandEntry entry) {
        new Violations()
                .requireText(entry.roundNumber(), "roundNumber", "巡察轮次", NAME)
                .requireText(entry.batch(), "batch", "批次", NAME)
                .requireText(entry.organisation(), "organisation", "被巡察党组织", NAME)
                .require(entry.trigger() != null && entry.trigger().byHand(), "trigger", "请选择整改不力、敷衍整改或者虚假整改。")
                .require(
                        blank(entry.village()) || !blank(entry.findingNumber()), "findingNumber", "填写了村（居）的，请同时填写问题编号。")
                .optionalText(entry.village(), "village", "村（居）", NAME)
                .optionalText(entry.findingNumber(), "findingNumber", "问题编号", NAME)
                .requireText(entry.facts(), "facts", "主要事实", FACTS)
                .refuseAny();
    }

    /** What the person may not see does not exist for that person. */
    private CaseKey caseOf(String actor, HandEntry entry) {
        return one(
                organisations.named(entry.roundNumber(), entry.batch(), entry.organisation()).stream()
                        .filter(key -> visibility.seesCase(actor, key.roundId(), key.organisationId()))
                        .toList(),
                "organisation",
                "没有找到这个轮次、批次中的这个党组织。");
    }

    private String findingOf(CaseKey key, HandEntry entry) {
        var village = blank(entry.village()) ? null : entry.village().strip();
        return one(
                jdbc.sql(
                                """
                                select f.id from rectification.finding f
                                  left join rectification.village v on v.round_id = f.round_id
                                       and v.organisation_id = f.organisation_id and v.code = f.village_code
                                 where f.round_id = ? and f.organisation_id = ? and f.number = ?
                                   and (cast(? as text) is null and v.code is null or ? in (v.code, v.name))""")
                        .params(
                                key.roundId(),
                                key.organisationId(),
                                entry.findingNumber().strip(),
                                village,
                                village)
                        .query(String.class)
                        .list(),
                "findingNumber",
                "没有找到这个问题，请核对村（居）和问题编号。");
    }

    private static <T> T one(List<T> found, String field, String otherwise) {
        return Optional.of(found)
                .filter(all -> all.size() == 1)
                .map(all -> all.get(0))
                .orElseThrow(() -> Refusal.of(field, otherwise));
    }

    /** The same facts on the same day are the same suggestion. */
    private String occasion(String facts) {
        return LocalDate.now(clock) + " " + UUID.nameUUIDFromBytes(facts.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
