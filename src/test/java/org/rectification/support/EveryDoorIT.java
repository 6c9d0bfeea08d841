package org.rectification.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.rectification.people.PeopleRegister;
import org.rectification.support.EveryDoor.Door;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The support class sees what it says that it sees. */
@RectificationTest
@TestPropertySource(properties = "rectification.rehearsal.start=2026-03-10T09:30:00+08:00")
class EveryDoorIT {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PeopleRegister register;

    @Test
    void oneEntryIsTriedAtEveryDoorAndOneDoorCompletes() {
        var round = new OpenRound(port, jdbc, register, "ed").registered();
        var doors = new EveryDoor(port, jdbc);
        var task = round.task("userTask_recordFeedbackMeeting");
        var early = new HashMap<>(round.meeting());
        early.put("host", "");

        doors.refuse("office", task, early, "请填写反馈人。", "host");
        doors.closed("ed-clerk", task, round.meeting());
        doors.closed("admin", task, round.meeting());
        assertThatThrownBy(() -> doors.refuse("office", task, early, "另一句话。", "host"))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> doors.refuse("office", task, early, "请填写反馈人。", "place"))
                .isInstanceOf(AssertionError.class);
        doors.complete(Door.WEB_SUBMIT_FORM, "office", task, round.meeting());
        round.technicalStepsAreDone();

        var result = doors.task(round.ofVillage(1), "userTask_rectifyFinding");
        doors.closed("ed-village1", result, "{\"unknown\":1}");
        assertThat(doors.send(Door.LIST, "ed-clerk", result, "{}").statusCode()).isEqualTo(404);
    }
}
