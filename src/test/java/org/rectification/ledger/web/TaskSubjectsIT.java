package org.rectification.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rectification.people.PeopleRegister;
import org.rectification.support.CheckedRound;
import org.rectification.support.Feature;
import org.rectification.support.OpenRound;
import org.rectification.support.RectificationTest;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Row 19: whoever has twenty tasks of the same name sees which is which. */
@RectificationTest
@TestPropertySource(properties = "rectification.rehearsal.start=2026-03-10T09:30:00+08:00")
@Feature(19)
class TaskSubjectsIT {

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @Test
    @DisplayName(
            "A card names the finding and its village; to the county's bodies it names the township, to strangers nothing")
    void aCardSaysWhatItsTaskIsAbout() {
        var town = new CheckedRound(port, beans, "tj", 2);
        var work = town.doors.task(town.round.ofVillage(1), "userTask_rectifyFinding");
        var title = town.get("tj-village1", "/worklist/work")
                .path("rows")
                .get(0)
                .path("finding")
                .path("title")
                .asText();

        assertThat(town.get("tj-village1", "/task-subjects?ids=" + work + "&ids=unknown"))
                .hasToString("{\"%s\":\"第一村党支部（演示），第1条 %s\"}".formatted(work, title));
        assertThat(town.get("tj-discipline", "/task-subjects?ids=" + work)).isEmpty();
        assertThat(town.get("tj-village1", "/task-subjects?ids=")).isEmpty();

        var opening = new OpenRound(port, beans.getBean(JdbcClient.class), beans.getBean(PeopleRegister.class), "tk")
                .registered()
                .task("userTask_recordFeedbackMeeting");
        assertThat(town.get("office", "/task-subjects?ids=" + opening)
                        .path(opening)
                        .asText())
                .contains("镇党委（演示）");
        assertThat(town.get("tj-clerk", "/task-subjects?ids=" + opening)).isEmpty();

        var tooMany =
                IntStream.rangeClosed(0, 100).mapToObj(each -> "ids=" + each).collect(Collectors.joining("&"));
        assertThat(town.answer("tj-village1", "/task-subjects?" + tooMany).body())
                .contains("一次最多查询100项任务。");
    }
}
