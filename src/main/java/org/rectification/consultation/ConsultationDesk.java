package org.rectification.consultation;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.deadline.WorkingCalendar;
import org.springframework.stereotype.Service;

/** Whose turn it is in a consultation, and until when: 24:00 of a day in Asia/Shanghai; all days are local defaults. */
@Service("consultationDesk")
public class ConsultationDesk {

    private static final int FOR_MINUTES = 3;
    private static final int TO_CONFIRM = 6;

    private final Consultations consultations;
    private final WorkingCalendar calendar;

    ConsultationDesk(Consultations consultations, WorkingCalendar calendar) {
        this.consultations = consultations;
        this.calendar = calendar;
    }

    /** The people of the body that was asked. */
    public List<String> groups(String consultationId) {
        return List.of(consultations.get(consultationId).body().role().group());
    }

    public Date answerDue(String consultationId) {
        return ShanghaiTime.dueDate(consultations.get(consultationId).answerDueOn());
    }

    public Date minutesDue(String consultationId) {
        return afterTheTalk(consultationId, FOR_MINUTES);
    }

    public Date confirmationDue(String consultationId) {
        return afterTheTalk(consultationId, TO_CONFIRM);
    }

    private Date afterTheTalk(String consultationId, int workingDays) {
        LocalDate talk = consultations
                .get(consultationId)
                .talkAt()
                .atZoneSameInstant(ShanghaiTime.ZONE)
                .toLocalDate();
        return ShanghaiTime.dueDate(calendar.plusWorkingDays(talk, workingDays));
    }
}
