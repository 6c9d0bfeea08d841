package org.rectification.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectification.people.Scope.Reach;
import org.rectification.support.RectificationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** One case of 清溪镇 with four findings: one of the town, one each in villages 1 and 3, one for the Secretary's eyes. */
@RectificationTest
@Transactional
class VisibilityIT {

    private static final String ROUND = "visibility-round";
    private static final List<String> ALL = List.of("town", "village1", "village3", "principal");

    @Autowired
    Visibility visibility;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @BeforeEach
    void oneCase() {
        jdbc.sql(
                        """
                        insert into rectification.round (id, round_number, batch, inspection_team, inspected_from,
                          inspected_to, leading_group_heard_on, five_person_group_heard_on, profile, content_hash,
                          registered_at, registered_by)
                        values (?, '第一轮', '第一批', ?, '2026-01-05', '2026-02-13', '2026-02-27', '2026-03-05',
                          'speech-2020', 'x', ?, 'office')""")
                .params(ROUND, ROUND, now())
                .update();
        jdbc.sql(
                        """
                        insert into rectification.inspected_organisation (round_id, organisation_id, position, name,
                          inspected_from, inspected_to, inspection_team, feedback_on, complete_by, hearing_required)
                        values (?, 'qingxi-town', 1, '清溪镇党委（演示）', '2026-01-05', '2026-02-13', '市委巡察一组',
                          '2026-03-10', '2026-06-10', true)""")
                .param(ROUND)
                .update();
        jdbc.sql(
                        """
                        insert into rectification.sub_ledger (id, round_id, organisation_id, part, position)
                        values ('visibility-list', ?, 'qingxi-town', 1, 1)""")
                .param(ROUND)
                .update();
        finding("town", null, "TEAM", "qx-leader1", "qx-person1");
        finding("village1", "qx-v1", "TEAM", "qx-leader1", "qx-village1");
        finding("village3", "qx-v3", "TEAM", "qx-leader2", "qx-village3");
        finding("principal", null, "PRINCIPAL", "qx-leader2", "qx-person3");
    }

    private void finding(String id, String village, String addressee, String leader, String person) {
        jdbc.sql(
                        """
                        insert into rectification.finding (id, round_id, organisation_id, sub_ledger_id, position,
                          number, title, level, village_code, area, source, problem, opinion, immediate, key_concern,
                          addressee, topic, state, responsible_leader, responsible_person, due_on, original_due_on,
                          version)
                        values (?, ?, 'qingxi-town', 'visibility-list', 1, ?, '标题', ?, ?, 'CONDUCT', 'INSPECTION',
                          '问题', '', false, false, ?, 'OTHER', 'REGISTERED', ?, ?, '2026-06-10', '2026-06-10', 0)""")
                .params(id, ROUND, id, village == null ? "TOWN" : "VILLAGE", village, addressee, leader, person)
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private void feedbackHeld(OffsetDateTime at) {
        jdbc.sql("update rectification.inspected_organisation set feedback_held_at = ? where round_id = ?")
                .params(at, ROUND)
                .update();
    }

    private void planIssued() {
        jdbc.sql("update rectification.inspected_organisation set plan_issued_at = ? where round_id = ?")
                .params(now(), ROUND)
                .update();
    }

    /** By the list's condition, after checking that the single question gives the same answer. */
    private List<String> seenBy(String login) {
        var condition = visibility.findings(login);
        var listed = jdbc.sql(
                        """
                        select f.id from rectification.finding f join rectification.inspected_organisation c
                            on c.round_id = f.round_id and c.organisation_id = f.organisation_id
                         where f.round_id = :round and (%s)"""
                                .formatted(condition.sql()))
                .params(condition.params())
                .param("round", ROUND)
                .query(String.class)
                .list();
        assertThat(ALL.stream().filter(id -> visibility.seesFinding(login, id)))
                .containsExactlyInAnyOrderElementsOf(listed);
        return listed;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "qx-secretary",
                "qx-leader1",
                "qx-clerk",
                "qx-discipline",
                "qx-village1",
                "qx-person1",
                "bs-secretary",
                "admin",
                "nobody"
            })
    void beforeFeedbackTheOrganisationSeesNothing(String login) {
        assertThat(seenBy(login)).isEmpty();
        assertThat(visibility.seesCase(login, ROUND, "qingxi-town")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"office", "team", "discipline", "cadre"})
    void theCountySeesTheCaseBeforeFeedback(String login) {
        assertThat(seenBy(login)).containsExactlyInAnyOrderElementsOf(ALL);
        assertThat(visibility.seesCase(login, ROUND, "qingxi-town")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "qx-secretary, ORGANISATION, town village1 village3 principal",
        "qx-leader1, ORGANISATION, town village1 village3",
        "qx-leader2, ORGANISATION, town village1 village3",
        "qx-clerk, ORGANISATION, town village1 village3",
        "qx-discipline, ORGANISATION, town village1 village3",
        "qx-village1, VILLAGES, village1",
        "qx-village2, VILLAGES, ''",
        "qx-person1, VILLAGES, town village1",
        "qx-person3, VILLAGES, ''",
        "bs-secretary, ORGANISATION, ''",
        "bs-person3, OWN, ''",
        "admin, NOTHING, ''",
        "nobody, NOTHING, ''",
        "office, COUNTY, town village1 village3 principal",
        "team, TEAM, town village1 village3 principal",
    })
    void afterFeedbackEachSeesWhatIsTheirs(String login, Reach reach, String seen) {
        feedbackHeld(now());
        assertThat(visibility.scopeOf(login).reach()).isEqualTo(reach);
        assertThat(seenBy(login))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(seen.split(" ")).filter(id -> !id.isEmpty()).toList());
        assertThat(visibility.seesCase(login, ROUND, "qingxi-town"))
                .isEqualTo(!login.startsWith("bs-") && reach != Reach.NOTHING);
    }

    @Test
    void onceThePlanIsIssuedTheFindingsForThePrincipalAreOrdinaryOnes() {
        feedbackHeld(now());
        planIssued();
        assertThat(seenBy("qx-clerk")).contains("principal");
        assertThat(seenBy("qx-person3")).containsExactly("principal");
        assertThat(seenBy("qx-village1")).containsExactly("village1");
    }

    @Test
    void theInspectionTeamLosesAccessAtTheEndOfTheThirtiethDay() {
        var startOfToday = now().toLocalDate().atStartOfDay(clock.getZone()).toOffsetDateTime();
        feedbackHeld(startOfToday.minusDays(30));
        assertThat(seenBy("team")).hasSize(4);
        feedbackHeld(startOfToday.minusDays(30).minusSeconds(1));
        assertThat(seenBy("team")).isEmpty();
        assertThat(visibility.seesCase("team", ROUND, "qingxi-town")).isFalse();
        assertThat(seenBy("office")).hasSize(4);
    }

    @Test
    void whoLeftSeesNothingAnyMore() {
        feedbackHeld(now());
        assertThat(seenBy("qx-leader3")).hasSize(3);
        jdbc.sql("update rectification.duty set until = ? where person_id = 'qx-leader3'")
                .param(now().toLocalDate().minusDays(1))
                .update();
        assertThat(seenBy("qx-leader3")).isEmpty();
        jdbc.sql("update rectification.person set active = false where id = 'qx-clerk'")
                .update();
        assertThat(seenBy("qx-clerk")).isEmpty();
    }
}
