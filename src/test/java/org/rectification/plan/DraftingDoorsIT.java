package org.rectification.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rectification.people.PeopleRegister;
import org.rectification.support.Clause;
import org.rectification.support.EveryDoor;
import org.rectification.support.EveryDoor.Door;
import org.rectification.support.Feature;
import org.rectification.support.OpenRound;
import org.rectification.support.RectificationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What is refused while findings are divided and drafted is refused at every door, and no door opens to others. */
@RectificationTest
@TestPropertySource(properties = "rectification.rehearsal.start=2026-03-10T09:30:00+08:00")
class DraftingDoorsIT {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PeopleRegister register;

    @Test
    @Feature({9, 17})
    @Clause({"S13", "S14"})
    void dividingDraftingAndDividingAgainKeepTheirRulesAtEveryDoor() {
        var round = new OpenRound(port, jdbc, register, "dd").registered().opened();
        var doors = new EveryDoor(port, jdbc);
        var finding = round.ofTown(2);

        var divide = round.task("userTask_divideFindings");
        var change = new HashMap<String, Object>(Map.of("finding", finding, "person", "dd-village1", "reason", "该村承办"));
        doors.refuse(
                "dd-clerk",
                divide,
                Map.of("changes", List.of(change)),
                "镇级问题不能只落到村级人员" + nameOf("dd-village1") + "，请更换责任人员，或填写层级不一致的说明。",
                "changes[0].levelReason");
        change.put("levelReason", "镇里派驻");
        doors.closed("admin", divide, Map.of("changes", List.of(change)));
        doors.closed("dd-person2", divide, "{}");
        doors.complete(Door.WEB_SUBMIT_FORM, "dd-clerk", divide, "{}");
        round.technicalStepsAreDone();

        var draft = draftOf("dd-person2");
        var label = label(finding);
        doors.refuse("dd-person2", draft, "{}", label + "：整改措施未填写，每个问题至少要有一条措施。", finding + ".measures");
        doors.refuse(
                "dd-person2",
                draft,
                Map.of("bounced", List.of(Map.of("finding", finding))),
                "退回" + label + "须说明理由。",
                "reason");
        doors.closed("admin", draft, "{}");
        doors.closed("dd-person1", draft, "{}");
        doors.complete(
                Door.LIST,
                "dd-person2",
                draft,
                Map.of("bounced", List.of(Map.of("finding", finding, "reason", "不属本办职责"))));
        giveBack(doors, "dd-person1", round.ofTown(1));
        giveBack(doors, "dd-village1", round.ofVillage(1));
        round.technicalStepsAreDone();

        var again = round.task("userTask_divideAgain");
        doors.refuse(
                "dd-clerk",
                again,
                Map.of("lines", List.of(Map.of("finding", finding, "person", "dd-person1", "leader", "dd-person1"))),
                "责任领导须由镇领导班子成员或包村领导担任，" + nameOf("dd-person1") + "不是。",
                "lines[0].leader");
        doors.closed("admin", again, "{}");
        doors.closed("dd-person2", again, "{}");
        assertThat(jdbc.sql("select count(*) from rectification.plan_bounce b join rectification.finding f"
                                + " on f.id = b.finding_id where f.round_id = ? and b.given_to is null")
                        .param(round.roundId())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    private void giveBack(EveryDoor doors, String person, String finding) {
        doors.complete(
                Door.SUBMIT_FORM,
                person,
                draftOf(person),
                Map.of("bounced", List.of(Map.of("finding", finding, "reason", "不属本人职责"))));
    }

    private String draftOf(String person) {
        return jdbc.sql("select id_ from act_ru_task where assignee_ = ? and task_def_key_ = 'userTask_draftPlanLines'")
                .param(person)
                .query(String.class)
                .single();
    }

    private String nameOf(String person) {
        return jdbc.sql("select name from rectification.person where id = ?")
                .param(person)
                .query(String.class)
                .single();
    }

    private String label(String finding) {
        return jdbc.sql("select '镇本级第' || number || '号问题“' || title || '”' from rectification.finding where id = ?")
                .param(finding)
                .query(String.class)
                .single();
    }
}
