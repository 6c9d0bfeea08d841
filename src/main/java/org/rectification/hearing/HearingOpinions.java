package org.rectification.hearing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import org.rectification.people.Duties;
import org.rectification.people.Role;
import org.rectification.period.CaseCalendar;
import org.rectification.period.ChineseDates;
import org.rectification.refusal.Refusal;
import org.rectification.round.CaseKey;
import org.rectification.trail.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What each of the three bodies says (S35): its own people type it, or the inspection office records it from paper. */
@Service("hearingOpinions")
public class HearingOpinions {

    private final JdbcClient jdbc;
    private final CaseCalendar calendar;
    private final CaseFiles files;
    private final Duties duties;
    private final Trail trail;
    private final Clock clock;

    HearingOpinions(JdbcClient jdbc, CaseCalendar calendar, CaseFiles files, Duties duties, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.files = files;
        this.duties = duties;
        this.trail = trail;
        this.clock = clock;
    }

    /** The three bodies, as the model loops over them. */
    public List<String> bodies() {
        return HearingBody.names();
    }

    /** Whose task it is: the body's own people's, and the inspection office's, which records from paper. */
    public List<String> groups(String body) {
        return List.of(HearingBody.valueOf(body).role(), Role.INSPECTION_OFFICE).stream()
                .distinct()
                .map(Role::group)
                .toList();
    }

    /** @throws Refusal by anybody else, before the hearing's day, a second time, or without what a paper needs */
    @Transactional
    public void give(String actor, CaseKey key, HearingBody body, OpinionEntry entry) {
        var ownBody = duties.exercises(actor, body.role());
        if (!ownBody && !duties.exercises(actor, Role.INSPECTION_OFFICE)) {
            throw Refusal.of("意见由" + body.label() + "本单位填写，或由市委巡察办登记纸面意见。");
        }
        var planned = plannedOn(key);
        if (calendar.today().isBefore(planned)) {
            throw Refusal.of("集中听取定于" + ChineseDates.day(planned) + "，尚未召开，不能登记意见。");
        }
        if (of(key).stream().anyMatch(given -> given.body() == body)) {
            throw Refusal.of(body.label() + "的意见已经登记。");
        }
        entry.check(ownBody, calendar.today());
        var paper = files.attach("paperFile", entry.paperFile(), key, "HEARING_OPINION");
        jdbc.sql(
                        """
                        insert into rectification.hearing_opinion
                            (round_id, organisation_id, body, text, given_by, given_at, paper_person, paper_on, paper_file)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(key.roundId(), key.organisationId(), body.name(), entry.opinion(), actor)
                .params(OffsetDateTime.now(clock), entry.paperPerson(), entry.paperOn(), paper)
                .update();
        var content = new LinkedHashMap<String, Object>();
        content.put("body", body.name());
        content.put("ownBody", ownBody);
        content.put("paperPerson", entry.paperPerson());
        content.put("paperOn", entry.paperOn());
        content.put("paperFile", paper);
        trail.organisation(actor, key.roundId(), key.organisationId(), "HEARING_OPINION_GIVEN", content);
    }

    /** Whether each of the three has spoken. */
    public boolean complete(CaseKey key) {
        return of(key).size() == HearingBody.values().length;
    }

    /** In the order in which they spoke. */
    public List<Opinion> of(CaseKey key) {
        return jdbc.sql(
                        """
                        select o.body, o.text, p.name as given_by, o.given_at, o.paper_person, o.paper_on, o.paper_file
                          from rectification.hearing_opinion o join rectification.person p on p.id = o.given_by
                         where o.round_id = ? and o.organisation_id = ? order by o.given_at, o.body""")
                .params(key.roundId(), key.organisationId())
                .query(Opinion.class)
                .list();
    }

    private LocalDate plannedOn(CaseKey key) {
        return jdbc.sql("select planned_on from rectification.hearing where round_id = ? and organisation_id = ?")
                .params(key.roundId(), key.organisationId())
                .query(LocalDate.class)
                .single();
    }

    /** @param paperPerson who signed it on paper; null: typed by the body itself */
    public record Opinion(
            HearingBody body,
            String text,
            String givenBy,
            OffsetDateTime givenAt,
            @Nullable String paperPerson,
            @Nullable LocalDate paperOn,
            @Nullable String paperFile) {

        /** Who said it, and how it came here. */
        public String heading() {
            return paperPerson == null
                    ? body.label()
                    : body.label() + "（纸面，" + paperPerson + "签署于" + paperOn + "，由" + givenBy + "登记）";
        }
    }
}
