package org.rectification.supervision;

import java.util.List;
import java.util.Optional;
import org.rectification.people.Duties;
import org.rectification.people.Role;
import org.rectification.people.VillageHands;
import org.rectification.refusal.Refusal;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whose a notice is, to send, to answer and to decide about, whichever door is used: the people of the sender's body, the
 * addressee's, and whoever stands in for one of them today. Administrators never.
 */
@Component
class NoticeHands {

    private final Duties duties;
    private final VillageHands villages;

    NoticeHands(Duties duties, VillageHands villages) {
        this.duties = duties;
        this.villages = villages;
    }

    /** In whose names the person may send to the township itself, or to one of its villages. */
    List<NoticeSender> senders(String person, String organisationId, boolean toVillage) {
        return NoticeSender.to(toVillage).stream()
                .filter(sender -> exercises(person, sender, organisationId))
                .toList();
    }

    /** @throws Refusal when the person may send in no such name */
    NoticeSender demandSender(String person, NoticeEntry entry) {
        return senders(person, entry.organisationId(), entry.toVillage()).stream()
                .filter(sender -> entry.sender() == null || entry.sender() == sender)
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                        entry.toVillage() ? "督办通知由镇纪委或者镇党委书记发给村（居）党支部，您没有这项职责。" : "督办函由市级监督单位发给镇党委，您没有这项职责。"));
    }

    boolean ofSender(String person, Notice notice) {
        return exercises(person, notice.sender(), notice.organisationId());
    }

    /** @throws Refusal for everybody outside the sender's body, and for who replied to it */
    void demandJudge(String person, Notice notice, Optional<Reply> last) {
        demandOfSender(person, notice);
        if (last.filter(reply -> reply.repliedBy().equals(person)).isPresent()) {
            throw Refusal.of("不能审核本人填报的回复，请由本单位其他同志审核。");
        }
    }

    void demandOfSender(String person, Notice notice) {
        if (!ofSender(person, notice)) {
            throw Refusal.of("此项督办由" + notice.sender().label() + "发出，由其办理，您没有这项职责。");
        }
    }

    /** To whom the reply falls today. */
    String replier(Notice notice) {
        if (notice.toVillage()) {
            return villages.of(notice.organisationId(), notice.villageCode());
        }
        return notice.toSecretary() ? duties.secretary(notice.organisationId()) : duties.clerk(notice.organisationId());
    }

    boolean mayReply(String person, Notice notice) {
        var organisation = notice.organisationId();
        if (notice.toVillage()) {
            return villages.include(person, organisation, notice.villageCode());
        }
        return duties.exercises(person, Role.PARTY_SECRETARY, organisation)
                || !notice.toSecretary() && duties.exercises(person, Role.RECTIFICATION_OFFICE, organisation);
    }

    void demandReplier(String person, Notice notice) {
        if (!mayReply(person, notice)) {
            throw Refusal.of(
                    notice.toVillage()
                            ? "督办通知由该村党支部书记回复，包村干部或者整改办可以代填，您没有这项职责。"
                            : notice.toSecretary() ? "已经提级的督办函由党委书记回复，您没有这项职责。" : "督办函由整改办以镇党委名义回复，您没有这项职责。");
        }
    }

    /** In whose place the person replies; the own login where it is in nobody's. */
    String replierCapacity(String person, Notice notice) {
        var organisation = notice.organisationId();
        return notice.toVillage()
                ? villages.capacity(person, organisation, notice.villageCode())
                : duties.capacity(
                                person,
                                each -> duties.holds(each, Role.PARTY_SECRETARY, organisation)
                                        || !notice.toSecretary()
                                                && duties.holds(each, Role.RECTIFICATION_OFFICE, organisation))
                        .orElse(person);
    }

    /** Name of the branch secretary for whom somebody fills in; null where nobody does. */
    @Nullable String onBehalfOf(String person, Notice notice, @Nullable String named) {
        return notice.toVillage()
                ? villages.onBehalfOf(person, notice.organisationId(), notice.villageCode(), named)
                : null;
    }

    boolean nameNeeded(Notice notice) {
        return notice.toVillage() && villages.nameNeeded(notice.organisationId(), notice.villageCode());
    }

    /** The county body for which the person takes up what was raised. */
    NoticeSender demandCounty(String person, Notice notice) {
        return senders(person, notice.organisationId(), false).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.of("报市级的督办事项由市级监督单位处理，您没有这项职责。"));
    }

    /** In whose place the person acts for the sender; the own login where it is in nobody's. */
    String capacity(String person, NoticeSender sender, String organisationId) {
        return (sender.ofCounty()
                        ? duties.capacity(person, sender.role())
                        : duties.capacity(person, sender.role(), organisationId))
                .orElse(person);
    }

    private boolean exercises(String person, NoticeSender sender, String organisationId) {
        return sender.ofCounty()
                ? duties.exercises(person, sender.role())
                : duties.exercises(person, sender.role(), organisationId);
    }
}
