package org.rectification.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.rectification.finding.Findings;
import org.rectification.finding.NewFinding;
import org.rectification.people.PeopleRegister;
import org.rectification.support.TestPeople;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A township with eight villages and a neighbour, and one round per test. Findings are entered and given their owners by
 * the application itself; only how far each has come is written straight into its row.
 */
public class LedgerTown {

    public static final String TOWN = "ledger-town";
    public static final int VILLAGES = 8;

    private static final String NEIGHBOUR = "ledger-neighbour";
    private static final List<String> AREAS = List.of("PARTY_LINE", "CONDUCT", "ORGANISATION");

    private final JdbcClient jdbc;
    private final Findings findings;
    private final PeopleRegister register;
    private final Clock clock;

    LedgerTown(JdbcClient jdbc, Findings findings, PeopleRegister register, Clock clock) {
        this.jdbc = jdbc;
        this.findings = findings;
        this.register = register;
        this.clock = clock;
    }

    /** @param ids the township's own first, then village by village */
    public record Case(String round, List<String> ids) {}

    /** A round whose feedback was held twenty days ago. */
    public Case round(int ofTown, int perVillage) {
        people();
        var round = UUID.randomUUID().toString();
        var today = today();
        jdbc.sql(
                        """
                        insert into rectification.round (id, round_number, batch, inspection_team, inspected_from, inspected_to,
                            leading_group_heard_on, five_person_group_heard_on, profile, content_hash, registered_at,
                            registered_by)
                        values (?, ?, '第一批次', '市委巡察一组', ?, ?, ?, ?, 'speech-2020', 'x', ?, 'office')""")
                .params(round, "第" + round.substring(0, 6) + "轮", today.minusDays(90), today.minusDays(60))
                .params(today.minusDays(40), today.minusDays(30), OffsetDateTime.now(clock))
                .update();
        organisation(round, TOWN, "lt", VILLAGES);
        var all = new ArrayList<NewFinding>();
        for (int number = 1; number <= ofTown; number++) {
            all.add(finding(number, null));
        }
        for (int village = 1; village <= VILLAGES; village++) {
            for (int number = 1; number <= perVillage; number++) {
                all.add(finding(number, "lt-v" + village));
            }
        }
        var ids = findings.register(round, TOWN, all);
        findings.openAll(round, TOWN, "lt-clerk");
        return new Case(round, ids);
    }

    private void organisation(String round, String code, String prefix, int villages) {
        var today = today();
        jdbc.sql(
                        """
                        insert into rectification.inspected_organisation (round_id, organisation_id, position, name,
                            inspected_from, inspected_to, inspection_team, feedback_on, complete_by, hearing_required,
                            feedback_held_at)
                        values (?, ?, 1, '大坪镇党委（演示）', ?, ?, '市委巡察一组', ?, ?, true, ?)""")
                .params(round, code, today.minusDays(90), today.minusDays(60), today.minusDays(20), today.plusDays(70))
                .param(OffsetDateTime.now(clock).minusDays(20))
                .update();
        for (int village = 1; village <= villages; village++) {
            jdbc.sql("insert into rectification.village values (?, ?, ?, ?, ?, 'COVERED')")
                    .params(round, code, prefix + "-v" + village, village, "第" + village + "村党支部（演示）")
                    .update();
        }
    }

    private void people() {
        int known = jdbc.sql("select count(*) from rectification.person where id = 'lt-clerk'")
                .query(Integer.class)
                .single();
        if (known == 0) {
            new TestPeople(register).township(TOWN, "lt", VILLAGES);
            new TestPeople(register).township(NEIGHBOUR, "ln", 1);
        }
    }

    private NewFinding finding(int number, String village) {
        return new NewFinding(
                String.valueOf(number),
                "集体资金使用公示不及时（" + number + "）",
                village == null ? "TOWN" : "VILLAGE",
                village,
                AREAS.get(number % AREAS.size()),
                null,
                "INSPECTION",
                null,
                null,
                "抽查发现第" + number + "项集体资金使用未及时公示，部分票据未附说明。",
                "限期公示并完善票据管理。",
                false,
                null,
                null,
                number % 10 == 1,
                List.of(),
                "TEAM",
                "OTHER",
                today().plusDays(70));
    }

    void profile(Case round, String profile) {
        jdbc.sql("update rectification.round set profile = ? where id = ?")
                .params(profile, round.round())
                .update();
    }

    /** Its time limit lies so many days from today. */
    public void due(String finding, int days) {
        jdbc.sql("update rectification.finding set due_on = ? where id = ?")
                .params(today().plusDays(days), finding)
                .update();
    }

    public void state(String finding, String state) {
        jdbc.sql("update rectification.finding set state = ? where id = ?")
                .params(state, finding)
                .update();
    }

    public void returned(String finding, int times) {
        jdbc.sql(
                        "update rectification.finding set state = 'IN_PROGRESS', returns = ?, return_reason = '佐证不足' where id = ?")
                .params(times, finding)
                .update();
    }

    public void struckOff(String finding) {
        jdbc.sql(
                        """
                        update rectification.finding set state = 'STRUCK_OFF', baseline = true, verdict = 'DONE',
                            verified_by = 'lt-discipline', struck_off_at = ?, result = '已公示', measures_done = '[]' where id = ?""")
                .params(OffsetDateTime.now(clock), finding)
                .update();
    }

    public void longTerm(String finding) {
        jdbc.sql(
                        """
                        update rectification.finding set state = 'LONG_TERM', baseline = true, verdict = 'LONG_TERM',
                            verified_by = 'lt-discipline', consented_by = 'office', next_review_on = ? where id = ?""")
                .params(today().plusDays(90), finding)
                .update();
    }

    public void repeats(String finding, String struckOff) {
        jdbc.sql("update rectification.finding set recurrence_of = ? where id = ?")
                .params(struckOff, finding)
                .update();
    }

    public void generalisedFrom(String finding, String from) {
        jdbc.sql("update rectification.finding set generalised_from = ? where id = ?")
                .params(from, finding)
                .update();
    }

    /** Something of everything, the same in each list: late, returned, struck off, long-term, a rebound. */
    public void mixed(Case of) {
        for (int index = 0; index < of.ids().size(); index++) {
            var id = of.ids().get(index);
            switch (index % 8) {
                case 0 -> due(id, -3 - index % 5);
                case 1 -> returned(id, 1 + index % 3);
                case 2 -> struckOff(id);
                case 3 -> longTerm(id);
                case 4 -> due(id, 5);
                case 5 -> due(id, 15);
                case 6 -> {
                    returned(id, 1);
                    due(id, -1);
                    repeats(id, of.ids().get(2));
                }
                default -> {
                    state(id, "VERIFICATION");
                    if (index % 16 == 7) {
                        generalisedFrom(id, of.ids().get(0));
                    }
                }
            }
        }
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    public int count(String condition, Object... params) {
        return jdbc.sql("select count(*) from rectification.finding f where " + condition)
                .params(params)
                .query(Integer.class)
                .single();
    }
}
