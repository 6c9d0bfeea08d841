package org.rectification.round.intake;

import java.time.LocalDate;
import java.util.List;

/**
 * A round as somebody wants to start it, defaults filled in (S01–S08). While it is being checked a field that broke its
 * rule is null; once {@link RoundIntake} accepted it, only the fields named optional are.
 */
public record RoundRequest(
        String roundNumber,
        String batch,
        String inspectionTeam,
        LocalDate inspectedFrom,
        LocalDate inspectedTo,
        LocalDate leadingGroupHeardOn,
        LocalDate fivePersonGroupHeardOn,
        String profile,
        List<Organisation> organisations) {

    /** What the engine knows the round by. */
    public String businessKey() {
        return roundNumber + "/" + batch + "/" + inspectionTeam;
    }

    public int findings() {
        return organisations.stream().mapToInt(each -> each.findings().size()).sum();
    }

    /**
     * @param inspectedFrom optional, instead of the round's
     * @param inspectedTo optional, instead of the round's
     * @param completeBy optional, else the profile's
     * @param feedbackNumber optional
     */
    public record Organisation(
            String code,
            String name,
            LocalDate inspectedFrom,
            LocalDate inspectedTo,
            LocalDate feedbackOn,
            LocalDate completeBy,
            String feedbackNumber,
            List<Village> villages,
            List<Opinion> opinions,
            List<Finding> findings) {}

    public record Village(String code, String name, Inspection inspection) {}

    public record Opinion(String number, String text) {}

    /**
     * @param area code of the round's profile
     * @param aspect optional second level (方面)
     * @param village code, null for the township's own list
     * @param originDate optional unless carried over (S08)
     * @param originNumber optional
     * @param immediateNoticeOn optional, only with {@code immediate}, as the two that follow
     */
    public record Finding(
            String number,
            String title,
            String area,
            String aspect,
            Source source,
            Level level,
            String village,
            LocalDate originDate,
            String originNumber,
            String problem,
            String opinion,
            boolean immediate,
            LocalDate immediateNoticeOn,
            String immediateNoticeNumber,
            LocalDate immediateDueOn,
            boolean keyConcern,
            List<Special> special,
            Addressee addressee,
            Topic topic) {}

    /** How a village was inspected (S02). */
    public enum Inspection {
        COVERED,
        PINPOINT
    }

    /** Who found it (S08). */
    public enum Source {
        INSPECTION("本次巡察发现"),
        AUDIT("审计"),
        THEME_EDUCATION("主题教育"),
        EARLIER_INSPECTION("以往巡视巡察");

        private final String label;

        Source(String label) {
            this.label = label;
        }

        /** The words on screens and in workbooks. */
        public String label() {
            return label;
        }
    }

    /** Whose problem it is (S10). */
    public enum Level {
        TOWN,
        VILLAGE
    }

    /** Subjects with an annex of their own in the final reports. */
    public enum Special {
        CADRE_SELECTION,
        IDEOLOGY
    }

    /** To whom feedback was given (R01): the principal's is not for everybody before the plan is issued. */
    public enum Addressee {
        TEAM,
        PRINCIPAL
    }

    public enum Topic {
        PETITION,
        WORK_STYLE,
        OTHER
    }
}
