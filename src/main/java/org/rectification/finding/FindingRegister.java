package org.rectification.finding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Enters the findings of a feedback and the lists that keep them, in a few batches however many they are. */
@Component
class FindingRegister {

    /** A list is split above this: the engine's cost per child grows with its siblings. */
    static final int LONGEST_LIST = 100;

    private final JdbcTemplate jdbc;

    FindingRegister(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<String> enter(String roundId, String organisationId, List<NewFinding> findings) {
        var byVillage = new LinkedHashMap<String, Integer>();
        byVillage.put("", 0);
        jdbc.queryForList(
                        "select code from rectification.village where round_id = ? and organisation_id = ? order by position",
                        String.class,
                        roundId,
                        organisationId)
                .forEach(village -> byVillage.put(village, 0));
        for (var finding : findings) {
            if (byVillage.computeIfPresent(list(finding), (village, size) -> size + 1) == null) {
                throw new IllegalArgumentException("no such village in this case: " + finding.villageCode());
            }
        }
        var lists = enterLists(roundId, organisationId, byVillage);
        return enterFindings(roundId, organisationId, findings, lists);
    }

    private Map<String, List<String>> enterLists(String roundId, String organisationId, Map<String, Integer> sizes) {
        var parts = new LinkedHashMap<String, List<String>>();
        var rows = new ArrayList<Object[]>();
        sizes.forEach((village, size) -> {
            var ids = new ArrayList<String>();
            for (int part = 1; part == 1 || (part - 1) * LONGEST_LIST < size; part++) {
                var id = UUID.randomUUID().toString();
                ids.add(id);
                rows.add(new Object[] {
                    id, roundId, organisationId, village.isEmpty() ? null : village, part, rows.size() + 1
                });
            }
            parts.put(village, ids);
        });
        jdbc.batchUpdate(
                """
                insert into rectification.sub_ledger (id, round_id, organisation_id, village_code, part, position)
                values (?, ?, ?, ?, ?, ?)""",
                rows);
        return parts;
    }

    private List<String> enterFindings(
            String roundId, String organisationId, List<NewFinding> findings, Map<String, List<String>> lists) {
        var positions = new LinkedHashMap<String, Integer>();
        var ids = new ArrayList<String>();
        var rows = new ArrayList<Object[]>();
        for (var finding : findings) {
            var id = UUID.randomUUID().toString();
            ids.add(id);
            int position = positions.merge(list(finding), 1, Integer::sum);
            var subLedger = lists.get(list(finding)).get((position - 1) / LONGEST_LIST);
            rows.add(row(id, roundId, organisationId, subLedger, position, finding));
        }
        insert(rows);
        return ids;
    }

    /**
     * Enters one finding that came after the feedback, in a list of its own that stands where those of its place stand.
     *
     * @param from the finding that it goes back to
     */
    String add(String roundId, String organisationId, NewFinding finding, FindingOrigin origin, String from) {
        var subLedger = UUID.randomUUID().toString();
        jdbc.update(
                """
                insert into rectification.sub_ledger (id, round_id, organisation_id, village_code, part, position, added)
                select ?, round_id, organisation_id, village_code, max(part) + 1, min(position), true
                  from rectification.sub_ledger
                 where round_id = ? and organisation_id = ? and village_code is not distinct from ?
                 group by round_id, organisation_id, village_code""",
                subLedger,
                roundId,
                organisationId,
                finding.villageCode());
        var position = jdbc.queryForObject(
                """
                select coalesce(max(position), 0) + 1 from rectification.finding
                 where round_id = ? and organisation_id = ? and village_code is not distinct from ?""",
                Integer.class,
                roundId,
                organisationId,
                finding.villageCode());
        var id = UUID.randomUUID().toString();
        insert(List.<Object[]>of(row(id, roundId, organisationId, subLedger, position, finding)));
        jdbc.update(
                origin == FindingOrigin.RECURRENCE
                        // Stands on the plan in which the finding stood that came back.
                        ? """
                        update rectification.finding f set recurrence_of = o.id, baseline = o.baseline,
                            state = case when o.baseline then 'IN_PROGRESS' else f.state end
                          from rectification.finding o where o.id = ? and f.id = ?"""
                        : "update rectification.finding set generalised_from = ? where id = ?",
                from,
                id);
        return id;
    }

    private void insert(List<Object[]> rows) {
        jdbc.batchUpdate(
                """
                insert into rectification.finding (id, round_id, organisation_id, sub_ledger_id, position, number, title,
                    level, village_code, area, aspect, source, origin_date, origin_number, problem, opinion, immediate,
                    immediate_notice_on, immediate_notice_number, immediate_due_on, key_concern, special, addressee, topic,
                    state, due_on, original_due_on, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)""",
                rows);
    }

    private static Object[] row(
            String id, String roundId, String organisationId, String subLedger, int position, NewFinding finding) {
        return new Object[] {
            id,
            roundId,
            organisationId,
            subLedger,
            position,
            finding.number(),
            finding.title(),
            finding.level(),
            finding.villageCode(),
            finding.area(),
            finding.aspect(),
            finding.source(),
            finding.originDate(),
            finding.originNumber(),
            finding.problem(),
            finding.opinion(),
            finding.immediate(),
            finding.immediateNoticeOn(),
            finding.immediateNoticeNumber(),
            finding.immediate() ? finding.dueOn() : null,
            finding.keyConcern(),
            finding.special().toArray(String[]::new),
            finding.addressee(),
            finding.topic(),
            FindingState.REGISTERED.name(),
            finding.dueOn(),
            finding.dueOn()
        };
    }

    private static String list(NewFinding finding) {
        return finding.villageCode() == null ? "" : finding.villageCode();
    }
}
