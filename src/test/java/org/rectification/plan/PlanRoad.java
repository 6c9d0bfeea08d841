package org.rectification.plan;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.rectification.demo.Papers;
import org.rectification.file.Level;
import org.rectification.file.StoredFiles;
import org.rectification.people.PeopleRegister;
import org.rectification.round.CaseKey;
import org.rectification.support.EveryDoor;
import org.rectification.support.EveryDoor.Door;
import org.rectification.support.OpenRound;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The way of a small round's plan through the doors that people have, as far as a test wants it. */
public final class PlanRoad {

    private final OpenRound round;
    private final EveryDoor doors;
    private final JdbcClient jdbc;
    private final PlanLines lines;
    private final StoredFiles files;
    private final String prefix;

    public PlanRoad(
            int port, JdbcClient jdbc, PeopleRegister register, PlanLines lines, StoredFiles files, String prefix) {
        this.round = new OpenRound(port, jdbc, register, prefix).registered().opened();
        this.doors = new EveryDoor(port, jdbc);
        this.jdbc = jdbc;
        this.lines = lines;
        this.files = files;
        this.prefix = prefix;
    }

    public OpenRound round() {
        return round;
    }

    public EveryDoor doors() {
        return doors;
    }

    public CaseKey key() {
        return new CaseKey(round.roundId(), round.town());
    }

    public String login(String role) {
        return prefix + "-" + role;
    }

    /** Divided, drafted and complete: the committee is to meet. */
    public PlanRoad drafted() {
        complete(login("clerk"), round.task("userTask_divideFindings"), Map.of());
        var answering = jdbc.sql(
                        "select finding_id from rectification.plan_line where round_id = ? order by finding_id")
                .param(round.roundId())
                .query(String.class)
                .list();
        for (var drafter : jdbc.sql(
                        "select distinct drafter from rectification.plan_line where round_id = ? order by drafter")
                .param(round.roundId())
                .query(String.class)
                .list()) {
            for (var line : lines.list(drafter, round.roundId(), true)) {
                lines.save(drafter, line.findingId(), line("台账完整率100%"));
            }
            complete(
                    drafter,
                    jdbc.sql(
                                    """
                                    select id_ from act_ru_task where assignee_ = ? and tenant_id_ = ?
                                       and task_def_key_ = 'userTask_draftPlanLines'""")
                            .params(drafter, round.town())
                            .query(String.class)
                            .single(),
                    Map.of());
        }
        complete(
                login("clerk"),
                round.task("userTask_completePlanLines"),
                Map.of(
                        "answers",
                        List.of(Map.of(
                                "number", "1", "text", "压实整改主体责任。", "answer", "建立周调度机制。", "findings", answering))));
        return this;
    }

    /** A line with nothing missing. */
    public PlanLineEntry line(String goal) {
        return new PlanLineEntry(
                "制度执行不严，日常监管不到位",
                "排查同类账目12笔，未发现同类问题",
                12,
                0,
                goal,
                round.today().plusDays(60),
                null,
                "镇党政办",
                null,
                "按分工明确",
                List.of(
                        new Measure(Horizon.NOW, "10日内逐笔核对并补齐审批手续", null),
                        new Measure(Horizon.LASTING, "修订集体资金管理办法并公示", null)),
                null,
                null);
    }

    public PlanRoad deliberated() {
        complete(login("clerk"), round.task("userTask_deliberatePlan"), meeting());
        return this;
    }

    public Map<String, ?> meeting() {
        return Map.of(
                "meetingOn", round.today().toString(),
                "minutesNumber", "镇委纪〔2026〕5号",
                "minutesFile", paper("党委会会议记录"));
    }

    public PlanRoad agreed() {
        for (var body : List.of("inspection-office", "discipline-supervision", "cadre-supervision")) {
            complete(personOf(body), review(body), Map.of("verdict", "AGREE"));
        }
        return this;
    }

    public PlanRoad issued() {
        complete(
                login("clerk"),
                round.task("userTask_issuePlan"),
                Map.of("documentNumber", "镇委〔2026〕9号", "issuedOn", round.today().toString()));
        return this;
    }

    public static String personOf(String body) {
        return body.substring(body.indexOf('-') + 1).equals("office") ? "office" : body.substring(0, body.indexOf('-'));
    }

    /** The review task of one body. */
    public String review(String body) {
        return jdbc.sql(
                        """
                        select t.id_ from act_ru_task t
                          join act_ru_variable r on r.proc_inst_id_ = t.proc_inst_id_ and r.name_ = 'roundId'
                          join act_ru_variable b on b.execution_id_ = t.execution_id_ and b.name_ = 'body'
                         where r.text_ = ? and b.text_ = ? and t.task_def_key_ = 'userTask_reviewPlan'""")
                .params(round.roundId(), body)
                .query(String.class)
                .single();
    }

    /** A stored paper of this case, uploaded by the clerk. */
    public String paper(String name) {
        return files.upload(
                        login("clerk"),
                        round.roundId(),
                        round.town(),
                        name + ".pdf",
                        Level.INTERNAL,
                        new ByteArrayInputStream(Papers.pdf(name, round.roundId())))
                .id();
    }

    public void complete(String person, String task, Object entry) {
        doors.complete(Door.COMPLETE, person, task, entry);
        round.technicalStepsAreDone();
    }

    public LocalDate today() {
        return round.today();
    }
}
