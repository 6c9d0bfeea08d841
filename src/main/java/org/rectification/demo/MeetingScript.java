package org.rectification.demo;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.rectification.demo.Story.Comparison;
import org.rectification.demo.Story.Meeting;
import org.rectification.demo.Story.Study;
import org.rectification.demo.Story.Township;
import org.rectification.file.Level;
import org.rectification.file.StoredFiles;
import org.rectification.meeting.ComparisonEntry;
import org.rectification.meeting.ComparisonReadings;
import org.rectification.meeting.Comparisons;
import org.rectification.meeting.CriticismEntry;
import org.rectification.meeting.MeetingActs;
import org.rectification.meeting.MeetingDecision;
import org.rectification.meeting.MeetingEntry;
import org.rectification.meeting.MeetingHands;
import org.rectification.meeting.StudyEntry;
import org.rectification.meeting.StudyMeetings;
import org.rectification.meeting.ThematicMeetings;
import org.rectification.people.Duties;
import org.rectification.people.People;
import org.rectification.round.CaseKey;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Comparison texts and thematic meetings of one township and its villages. */
@Component
@Profile("demo")
class MeetingScript {

    private static final int TEXTS = 20;
    private static final int TOWN_RECORDED = 29;

    private final MeetingActs acts;
    private final MeetingHands hands;
    private final Comparisons comparisons;
    private final ComparisonReadings readings;
    private final StudyMeetings studies;
    private final Duties duties;
    private final People people;
    private final StoredFiles files;
    private final JdbcClient jdbc;
    private final Clock clock;

    MeetingScript(
            MeetingActs acts,
            MeetingHands hands,
            Comparisons comparisons,
            ComparisonReadings readings,
            StudyMeetings studies,
            Duties duties,
            People people,
            StoredFiles files,
            JdbcClient jdbc,
            Clock clock) {
        this.acts = acts;
        this.hands = hands;
        this.comparisons = comparisons;
        this.readings = readings;
        this.studies = studies;
        this.duties = duties;
        this.people = people;
        this.files = files;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Step> of(Township township, DemoCalendar days) {
        var steps = new ArrayList<Step>();
        for (int index = 0; index < township.comparisons().size(); index++) {
            var told = township.comparisons().get(index);
            steps.add(step(
                    township,
                    days.working(TEXTS + index % 3),
                    9 + index,
                    "提交" + told.member() + "的对照检查材料",
                    () -> write(township, told)));
        }
        for (var study : township.studies()) {
            var day = days.working(study.day());
            steps.add(step(township, day, 18, "登记" + day + "的学习部署", () -> studied(township, study, day)));
        }
        for (var meeting : township.meetings()) {
            var town = ThematicMeetings.TOWN.equals(meeting.code());
            var day = days.working(town || meeting.day() == null ? TOWN_RECORDED : meeting.day() + 1);
            var heldOn = meeting.day() == null ? null : days.working(meeting.day());
            steps.add(step(
                    township,
                    day,
                    15,
                    town ? "登记专题会议" : "登记" + meeting.code() + "专题会议",
                    () -> record(township, meeting, heldOn)));
            if (town || heldOn == null) {
                steps.add(step(township, day, 17, "确认" + meeting.code() + "专题会议", () -> decide(township, meeting)));
            }
        }
        township.comparisons().stream()
                .filter(told -> told.critic() != null)
                .forEach(told -> steps.add(step(
                        township,
                        days.working(TOWN_RECORDED),
                        18,
                        "记入" + told.member() + "收到的批评意见",
                        () -> criticised(township, told))));
        return steps;
    }

    private static Step step(Township township, LocalDate day, int hour, String label, Runnable act) {
        return new Step(DemoCalendar.at(day, hour, 20), township.name() + "：" + label, act);
    }

    private void write(Township township, Comparison told) {
        var id = idOf(township, told);
        comparisons.handIn(
                told.member(),
                id,
                new ComparisonEntry(readings.read(told.member(), id).text().aspects().stream()
                        .map(part -> new ComparisonEntry.Section(
                                part.aspect(), "在“" + part.aspect() + "”方面，" + told.rootCause(), told.selfCheck()))
                        .toList()));
    }

    private void studied(Township township, Study study, LocalDate day) {
        studies.record(
                duties.clerk(township.code()),
                key(township),
                new StudyEntry(
                        study.kind(),
                        day,
                        study.topic(),
                        people.name(duties.secretary(township.code())),
                        study.attendance(),
                        null,
                        null,
                        null,
                        null));
    }

    private void criticised(Township township, Comparison told) {
        comparisons.criticised(
                told.member(), idOf(township, told), new CriticismEntry(told.critic(), told.criticism()));
    }

    private void record(Township township, Meeting meeting, LocalDate heldOn) {
        var key = key(township);
        var town = ThematicMeetings.TOWN.equals(meeting.code());
        var actor = town ? duties.clerk(township.code()) : hands.ofVillage(township.code(), meeting.code());
        var entry = heldOn == null
                ? new MeetingEntry(MeetingEntry.NOT_HELD, null, null, null, null, null, meeting.reason(), null)
                : new MeetingEntry(
                        MeetingEntry.HELD,
                        heldOn,
                        people.name(town ? duties.secretary(township.code()) : actor),
                        meeting.attendance(),
                        meeting.record(),
                        scan(key, actor, meeting),
                        null,
                        null);
        acts.record(actor, key, meeting.code(), entry);
    }

    private void decide(Township township, Meeting meeting) {
        acts.decide(
                duties.secretary(township.code()),
                key(township),
                meeting.code(),
                new MeetingDecision(MeetingDecision.ACCEPT, meeting.day() == null ? "同意推迟，出院后补开。" : null));
    }

    private String scan(CaseKey key, String actor, Meeting meeting) {
        var paper = Papers.pdf("专题会议记录（演示）", meeting.code() + " " + LocalDate.now(clock), "与会人员已签名");
        return files.upload(
                        actor,
                        key.roundId(),
                        key.organisationId(),
                        "专题会议记录.pdf",
                        Level.INTERNAL,
                        new ByteArrayInputStream(paper))
                .id();
    }

    private String idOf(Township township, Comparison told) {
        var key = key(township);
        return comparisons.idsOf(key.roundId(), key.organisationId()).stream()
                .filter(id -> told.member().equals(comparisons.memberOf(id)))
                .findFirst()
                .orElseThrow();
    }

    /** The demo has one round; the latest one of the township. */
    private CaseKey key(Township township) {
        return jdbc.sql(
                        """
                        select c.round_id, c.organisation_id from rectification.inspected_organisation c
                          join rectification.round r on r.id = c.round_id
                         where c.organisation_id = ? order by r.registered_at desc limit 1""")
                .param(township.code())
                .query(CaseKey.class)
                .single();
    }
}
