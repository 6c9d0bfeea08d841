package org.rectification.supervision;

import java.util.List;
import java.util.Map;
import org.rectification.people.Visibility;
import org.rectification.people.Visibility.Condition;
import org.rectification.refusal.Refusal;
import org.rectification.round.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/**
 * Findings that a notice may be about: what the sender sees, and what its addressee may see too. One that is addressed to
 * the principal is nobody's matter but the Secretary's until the plan is issued.
 */
@Component
class NoticeFindings {

    private final JdbcClient jdbc;
    private final Visibility visibility;

    NoticeFindings(JdbcClient jdbc, Visibility visibility) {
        this.jdbc = jdbc;
        this.visibility = visibility;
    }

    /** To choose from, in the order of the ledger. */
    List<FindingChoice> choices(String person, CaseKey key, @Nullable String village) {
        return read(visibility.findings(person), key, village);
    }

    /** @throws Refusal naming the field when the village or one of the findings is not of this case, or not to be shown */
    void demand(String person, CaseKey key, NoticeEntry entry) {
        if (entry.toVillage() && !villages(key).containsKey(entry.village())) {
            throw Refusal.of("village", "本轮没有这个村（居）党支部。");
        }
        if (entry.findings().isEmpty()) {
            return;
        }
        var ids = choices(person, key, entry.village()).stream()
                .map(FindingChoice::id)
                .toList();
        if (!ids.containsAll(entry.findings())) {
            throw Refusal.of("findings", entry.toVillage() ? "督办通知只能涉及该村（居）的问题。" : "督办函只能涉及该党组织可以看到的问题。");
        }
    }

    /** Names of the villages of a case by code, in the order of its list. */
    Map<String, String> villages(CaseKey key) {
        var villages = new java.util.LinkedHashMap<String, String>();
        jdbc.sql(
                        "select code, name from rectification.village where round_id = ? and organisation_id = ? order by position")
                .params(key.roundId(), key.organisationId())
                .query(row -> {
                    villages.put(row.getString("code"), row.getString("name"));
                });
        return villages;
    }

    private List<FindingChoice> read(Condition seen, CaseKey key, @Nullable String village) {
        return jdbc.sql(
                        """
                        select f.id, f.number, f.village_code,
                               coalesce(v.name, '镇本级') || '第' || f.number || '号 ' || f.title as label
                          from rectification.finding f
                          join rectification.inspected_organisation c
                            on c.round_id = f.round_id and c.organisation_id = f.organisation_id
                          left join rectification.village v on v.round_id = f.round_id
                               and v.organisation_id = f.organisation_id and v.code = f.village_code
                         where f.round_id = :round and f.organisation_id = :organisation
                           and (cast(:village as text) is null or f.village_code = :village)
                           and (f.addressee <> 'PRINCIPAL' or c.plan_issued_at is not null) and (%s)
                         order by v.position nulls first, f.position"""
                                .formatted(seen.sql()))
                .params(seen.params())
                .param("round", key.roundId())
                .param("organisation", key.organisationId())
                .param("village", village)
                .query(FindingChoice.class)
                .list();
    }
}
