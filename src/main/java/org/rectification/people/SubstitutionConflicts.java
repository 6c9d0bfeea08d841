package org.rectification.people;

import java.util.Objects;
import org.rectification.refusal.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may never stand in for whom: no substitute of a substitute, and nobody gets into both places of the same finding,
 * of whoever works on it and of whoever verifies it.
 */
@Component
class SubstitutionConflicts {

    private final JdbcClient jdbc;
    private final Duties duties;

    SubstitutionConflicts(JdbcClient jdbc, Duties duties) {
        this.jdbc = jdbc;
        this.duties = duties;
    }

    void demandNone(Person absent, Person substitute, SubstitutionEntry entry) {
        if (absent.id().equals(substitute.id())) {
            throw Refusal.of("substitute", "不能由本人代行本人职责。");
        }
        demandSameHouse(absent, substitute);
        if (!duties.any(substitute.id())) {
            throw Refusal.of("substitute", "代行人在系统中没有职责，请先在“人员和分工”中登记其分工。");
        }
        demandNoChain(entry);
        demandApart(absent, substitute);
    }

    private void demandSameHouse(Person absent, Person substitute) {
        boolean same = absent.organisationId() == null
                ? duties.colleagues(absent.id()).stream()
                        .anyMatch(each -> each.id().equals(substitute.id()))
                : Objects.equals(absent.organisationId(), substitute.organisationId());
        if (!same) {
            throw Refusal.of("substitute", "代行人必须是同一单位的在岗人员。");
        }
    }

    private void demandNoChain(SubstitutionEntry entry) {
        if (overlaps("absent_id", entry.absent(), entry)) {
            throw Refusal.of("startsOn", "该同志在这段时间已有代行人，请先结束原代行。");
        }
        if (overlaps("substitute_id", entry.absent(), entry)) {
            throw Refusal.of("absent", "该同志在这段时间正代行他人职责，不能再由他人代行。");
        }
        if (overlaps("absent_id", entry.substitute(), entry)) {
            throw Refusal.of("substitute", "代行人在这段时间本人不在岗，不能代行他人职责。");
        }
    }

    private boolean overlaps(String column, String person, SubstitutionEntry entry) {
        return jdbc.sql(
                        """
                        select count(*) > 0 from rectification.substitution
                         where %s = ? and ended_on is null and starts_on <= ? and ends_on >= ?"""
                                .formatted(column))
                .params(person, entry.endsOn(), entry.startsOn())
                .query(Boolean.class)
                .single();
    }

    private void demandApart(Person absent, Person substitute) {
        var organisation = absent.organisationId();
        if (organisation == null) {
            return;
        }
        if (duties.holds(absent.id(), Role.TOWNSHIP_DISCIPLINE, organisation) && hasHand(substitute.id())) {
            throw Refusal.of("substitute", "代行人是整改问题的责任领导、责任人员或办理人，不能代行核验职责，请另选他人。");
        }
        if (duties.holds(substitute.id(), Role.TOWNSHIP_DISCIPLINE, organisation) && hasHand(absent.id())) {
            throw Refusal.of("substitute", "镇纪委负责核验，不能代行整改责任人员的职责，请另选他人。");
        }
    }

    /** Answers for, works on or reviews a finding that is not settled yet. */
    private boolean hasHand(String personId) {
        return jdbc.sql(
                        """
                        select exists (select from rectification.finding f
                          where f.state not in ('STRUCK_OFF', 'LONG_TERM')
                            and (? in (f.responsible_leader, f.responsible_person, f.doer, f.filled_in_by)
                                 or ? = any (f.reviewers)))""")
                .params(personId, personId)
                .query(Boolean.class)
                .single();
    }
}
