package org.rectification.supervision;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.deadline.WorkingCalendar;
import org.rectification.people.Duties;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;

/** For the model: whose turn it is with a notice, until when (24:00 in Asia/Shanghai), and how it stands. */
@Service("noticeDesk")
public class NoticeDesk {

    /** Local defaults, in working days. */
    private static final int TO_JUDGE = 3;

    private static final int TO_TAKE_UP = 5;

    private final NoticeStore store;
    private final NoticeHands hands;
    private final Duties duties;
    private final WorkingCalendar calendar;

    NoticeDesk(NoticeStore store, NoticeHands hands, Duties duties, WorkingCalendar calendar) {
        this.store = store;
        this.hands = hands;
        this.duties = duties;
        this.calendar = calendar;
    }

    public Notice get(String noticeId) {
        return store.get(noticeId);
    }

    public String replier(String noticeId) {
        return hands.replier(get(noticeId));
    }

    public Date replyDue(String noticeId) {
        return ShanghaiTime.dueDate(get(noticeId).replyDueOn());
    }

    /** The township's person who sent it holds this duty; null where a county body has the task. */
    @Nullable public String judge(String noticeId) {
        var notice = get(noticeId);
        return notice.sender().ofCounty()
                ? null
                : duties.holders(notice.organisationId(), notice.sender().role()).stream()
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("nobody is " + notice.sender()));
    }

    /** The county body that sent it; nobody where the task is a named person's. */
    public List<String> judges(String noticeId) {
        var sender = get(noticeId).sender();
        return sender.ofCounty() ? List.of(sender.role().group()) : List.of();
    }

    public Date judgementDue(String noticeId) {
        return workingDaysOn(noticeId, TO_JUDGE);
    }

    public Date takeUpDue(String noticeId) {
        return workingDaysOn(noticeId, TO_TAKE_UP);
    }

    public boolean accepted(String noticeId) {
        return get(noticeId).state() == NoticeState.ACCEPTED;
    }

    public boolean raisedToCounty(String noticeId) {
        return get(noticeId).state() == NoticeState.RAISED;
    }

    public boolean takenUp(String noticeId) {
        return get(noticeId).state() == NoticeState.TAKEN_UP;
    }

    public boolean nameNeeded(String noticeId) {
        return hands.nameNeeded(get(noticeId));
    }

    private Date workingDaysOn(String noticeId, int workingDays) {
        LocalDate begins =
                get(noticeId).since().atZoneSameInstant(ShanghaiTime.ZONE).toLocalDate();
        return ShanghaiTime.dueDate(calendar.plusWorkingDays(begins, workingDays));
    }
}
