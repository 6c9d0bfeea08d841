package org.rectification.ledger;

import static org.rectification.people.Role.DISCIPLINE_SUPERVISION;
import static org.rectification.people.Role.INSPECTION_OFFICE;
import static org.rectification.people.Role.INSPECTION_TEAM;
import static org.rectification.people.Role.LEADERSHIP_MEMBER;
import static org.rectification.people.Role.PARTY_SECRETARY;
import static org.rectification.people.Role.RECTIFICATION_OFFICE;
import static org.rectification.people.Role.TOWNSHIP_DISCIPLINE;
import static org.rectification.people.Role.VILLAGE_CONTACT;
import static org.rectification.people.Role.VILLAGE_LEADER;
import static org.rectification.people.Role.VILLAGE_SECRETARY;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.rectification.people.Role;

/**
 * The pages beside the task list, in the order of the menu, and whom each is offered to. What somebody may see or do there
 * is decided at the page's own doors; a menu only spares people what is not for them.
 */
public enum Page {
    LISTS("./", "我的清单", everybody()),
    LEDGER("ledger.html", "整改台账", everybody()),
    PLAN("plan-versions.html", "方案版本", everybody()),
    VISITS("visits.html", "现场核验", EnumSet.of(TOWNSHIP_DISCIPLINE, DISCIPLINE_SUPERVISION, INSPECTION_OFFICE)),
    BATCHES(
            "batches.html",
            "销号清单",
            bodiesAnd(RECTIFICATION_OFFICE, PARTY_SECRETARY, LEADERSHIP_MEMBER, TOWNSHIP_DISCIPLINE)),
    REPORTS(
            "reports.html",
            "进展报告",
            bodiesAnd(RECTIFICATION_OFFICE, PARTY_SECRETARY, LEADERSHIP_MEMBER, TOWNSHIP_DISCIPLINE)),
    HEARING("hearing.html", "集中听取", bodiesAnd(RECTIFICATION_OFFICE, PARTY_SECRETARY)),
    SAMPLE("sample.html", "市级抽查", bodiesAnd()),
    MEETINGS(
            "meetings.html",
            "专题会议",
            bodiesAnd(
                    RECTIFICATION_OFFICE,
                    PARTY_SECRETARY,
                    LEADERSHIP_MEMBER,
                    TOWNSHIP_DISCIPLINE,
                    VILLAGE_SECRETARY,
                    VILLAGE_CONTACT,
                    VILLAGE_LEADER)),
    COMPARISON("comparison.html", "对照检查", bodiesAnd(PARTY_SECRETARY, LEADERSHIP_MEMBER)),
    STUDIES(
            "studies.html",
            "学习部署",
            bodiesAnd(RECTIFICATION_OFFICE, PARTY_SECRETARY, LEADERSHIP_MEMBER, TOWNSHIP_DISCIPLINE)),
    ACTS("acts.html", "延期、撤回等事项", everybody()),
    RULES("rules.html", "期限依据", everybody()),
    OUTCOMES("outcomes.html", "整改成效", everybody()),
    CONSULTATIONS("consultations.html", "约请沟通", EnumSet.complementOf(EnumSet.of(INSPECTION_TEAM))),
    SUPERVISION(
            "supervision.html",
            "督办",
            bodiesAnd(
                    RECTIFICATION_OFFICE,
                    PARTY_SECRETARY,
                    LEADERSHIP_MEMBER,
                    TOWNSHIP_DISCIPLINE,
                    VILLAGE_SECRETARY,
                    VILLAGE_CONTACT,
                    VILLAGE_LEADER)),
    SUBSTITUTION("substitution.html", "代行职责", everybody()),
    HANDOVER("handover.html", "工作交接", everybody()),
    PEOPLE("people.html", "人员和分工", EnumSet.of(INSPECTION_OFFICE), true),
    CALENDAR("calendar.html", "工作日历", EnumSet.of(INSPECTION_OFFICE), true),
    PROFILES("profiles.html", "期限口径", EnumSet.of(INSPECTION_OFFICE), true);

    private final String path;
    private final String label;
    private final Set<Role> roles;
    private final boolean administrators;

    Page(String path, String label, Set<Role> roles) {
        this(path, label, roles, false);
    }

    Page(String path, String label, Set<Role> roles, boolean administrators) {
        this.path = path;
        this.label = label;
        this.roles = roles;
        this.administrators = administrators;
    }

    private static Set<Role> everybody() {
        return EnumSet.allOf(Role.class);
    }

    /** The county's three bodies, and these. */
    private static Set<Role> bodiesAnd(Role... others) {
        var roles = EnumSet.copyOf(Role.countyBodies());
        roles.addAll(List.of(others));
        return roles;
    }

    /** Relative to the folder of the pages. */
    public String path() {
        return path;
    }

    public String label() {
        return label;
    }

    /** @param administrator whether the person looks after accounts, who sees nothing of any case */
    boolean serves(Collection<Role> held, boolean administrator) {
        return administrator && administrators || held.stream().anyMatch(roles::contains);
    }
}
