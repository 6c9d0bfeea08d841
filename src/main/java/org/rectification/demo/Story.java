package org.rectification.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.lang.Nullable;

/** The invented round of {@code demo/round.yaml}. Days count from the feedback day, which is day 0. */
record Story(Head round, List<Contact> contacts, Phrases phrases, List<Township> organisations) {

    /** What identifies the round. */
    record Head(String roundNumber, String batch, String inspectionTeam) {}

    /** A supervising body's contact (S33). */
    record Contact(String body, String name, String office, String contact, String phone) {}

    /** Sentences that several findings may share, taken in turn. */
    record Phrases(List<Checked> similarChecks, List<String> reviewed, List<String> verified, List<String> confirmed) {

        static <T> T inTurn(List<T> sentences, int position) {
            return sentences.get(Math.floorMod(position, sentences.size()));
        }
    }

    /**
     * An inspected organisation.
     *
     * @param branches responsible office by area, for the township's own findings
     * @param common what several villages have in common; null: nothing
     * @param progress what list owners wrote before a report
     * @param talks with a body of the county (约请沟通)
     * @param absence who is away while the demo stands, null: nobody
     * @param notice a supervision notice that waits for its reply, null: none
     * @param selfFound what checks for similar problems brought up while the plan was drafted (S27)
     */
    record Township(
            String code,
            String name,
            String feedbackNumber,
            Feedback feedback,
            PlanPapers plan,
            Map<String, String> branches,
            List<Village> villages,
            List<Opinion> opinions,
            @Nullable Common common,
            List<Report> reports,
            @Nullable List<Line> progress,
            @Nullable List<Talk> talks,
            List<Comparison> comparisons,
            List<Study> studies,
            List<Meeting> meetings,
            @Nullable Absence absence,
            @Nullable Chase notice,
            List<Problem> findings,
            @Nullable List<SelfFoundProblem> selfFound) {

        Township {
            progress = progress == null ? List.of() : progress;
            talks = talks == null ? List.of() : talks;
            selfFound = selfFound == null ? List.of() : selfFound;
        }

        /** The inspection's findings and then those that the township found itself: the order of their lives. */
        List<Problem> all() {
            return Stream.concat(findings.stream(), selfFound.stream().map(SelfFoundProblem::problem))
                    .toList();
        }

        /** @param village null: of the township itself */
        Problem finding(@Nullable String village, String number) {
            return all().stream()
                    .filter(each -> Objects.equals(each.village(), village)
                            && each.number().equals(number))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** @param from number of the finding of the same place from which it was generalised */
    record SelfFoundProblem(String from, Problem problem) {}

    /**
     * One line of a progress list (S45), written by whoever answers for the finding.
     *
     * @param report number of the report that it feeds, from 1; the last one may be still to come
     */
    record Line(int report, @Nullable String village, String number, String text) {}

    /**
     * A talk that the clerk asks for about one finding of the township (S34).
     *
     * @param day when it is asked for
     * @param held when it takes place and is minuted; null: the body has not answered yet
     */
    record Talk(
            String body,
            String number,
            String question,
            int day,
            @Nullable Integer held,
            @Nullable String place,
            @Nullable String advice,
            @Nullable String effect) {}

    /** Somebody who is away for some days from the invitation on (代行职责). */
    record Absence(String absent, String substitute, String reason, int days) {}

    /** A county body's notice about one finding, sent on the day of the invitation (S36). */
    record Chase(
            String sender,
            @Nullable String village,
            String number,
            String documentNumber,
            String title,
            String demand) {}

    record Feedback(String place, String host, String attendance, String statement, String receivedBy) {}

    record PlanPapers(String minutesNumber, String documentNumber) {}

    /** What was looked for elsewhere: how many were checked, how many show the same problem (S27). */
    record Checked(String text, int checked, int found) {}

    /**
     * A claimed result (S28, S39).
     *
     * @param exhibit which of the papers proves it, counted from 0
     */
    record Achieved(String kind, BigDecimal quantity, String text, int exhibit) {}

    record Village(String code, String name, String inspection, String receivedBy) {}

    /** A problem of several villages under one leader, with one lasting measure; its findings tell of these words. */
    record Common(String title, String words, String leader, String measure) {

        boolean includes(Problem problem) {
            return problem.village() != null && problem.problem().contains(words);
        }
    }

    /** @param area of the township's findings whose lines carry the answer out */
    record Opinion(String number, String area, String text, String answer) {}

    /**
     * A progress report.
     *
     * @param returned why the Secretary sent it back; null when it was sent
     * @param receipts bodies that acknowledged it; a body left out still owes the receipt
     */
    record Report(String content, @Nullable String returned, List<String> receipts) {}

    /** @param day when it was held; null when it was not, for the reason given */
    record Meeting(
            String code,
            @Nullable Integer day,
            @Nullable Integer attendance,
            @Nullable String record,
            @Nullable String reason) {}

    /** A study or deployment meeting; the Secretary chairs. */
    record Study(String kind, int day, int attendance, String topic) {}

    /** What a member of the team writes, the same about every aspect, and what the member is told at the meeting. */
    record Comparison(
            String member, String rootCause, String selfCheck, @Nullable String critic, @Nullable String criticism) {}

    /**
     * A finding and its life.
     *
     * @param due day of the plan's time limit; null: the completion date
     * @param leader changes the proposed responsible leader; {@code person} the person; {@code ownerReason} says why
     * @param filledInFor who did the work when the responsible person only enters it
     * @param evidence names of the papers that are handed in
     * @param achieved results that are claimed with it
     * @param copiedPapers the papers are those of another finding
     * @param claim what is tried first and refused
     * @param acts what people do, as {@code verb@day}
     * @param reasons why it is returned, one for each return
     * @param later the extension that {@code extend} asks for
     * @param back what {@code recur} registers
     * @param nextReview day on which what {@code longTerm} found is looked at again
     */
    record Problem(
            String number,
            @Nullable String village,
            String title,
            String area,
            @Nullable String aspect,
            @Nullable String source,
            @Nullable LocalDate originDate,
            @Nullable String originNumber,
            String problem,
            String opinion,
            boolean immediate,
            boolean keyConcern,
            @Nullable String topic,
            @Nullable List<String> special,
            String cause,
            @Nullable Checked similar,
            String goal,
            String now,
            @Nullable String lasting,
            @Nullable Integer due,
            @Nullable String leader,
            @Nullable String person,
            @Nullable String ownerReason,
            @Nullable String filledInFor,
            @Nullable String result,
            @Nullable String evidence,
            @Nullable List<Achieved> achieved,
            @Nullable Boolean copiedPapers,
            @Nullable JsonNode claim,
            @Nullable String acts,
            @Nullable List<String> reasons,
            @Nullable Later later,
            @Nullable Back back,
            @Nullable Integer nextReview) {}

    /** A later due day that somebody asks for: {@code days} after the present one. */
    record Later(String reason, int days) {}

    /** What came back, with the day until which it is to be put right. */
    record Back(String facts, int due) {}
}
