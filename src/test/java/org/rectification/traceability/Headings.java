package org.rectification.traceability;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** What each clause and each row of the feature table is about, in a few words. */
final class Headings {

    private Headings() {}

    static Map<String, String> byClause() {
        var headings = new TreeMap<String, String>();
        var lines =
                """
                Round, batch, team and dates of the inspection
                Villages covered, one of them pin-pointed
                Two hearings before the feedback
                Feedback meeting
                Area 1: Party lines and higher decisions
                Area 2: corruption near the public
                Area 3: organisational line
                Area 4: carried over from earlier oversight
                Four mechanisms owed
                Leading body answers for committee and branches
                Secretary as first responsible person
                Members put themselves in
                Right level, right owner
                No perfunctory work, no shifting of duty
                No punishing downwards instead of rectifying
                Members answer for their portfolios
                One hand over town and villages
                Plan made from the feedback
                Seven-field plan: problem, measure, goal, limit
                Seven-field plan: leader, branch, person
                Ledger
                Strike-off one by one
                No mutation, no rebound
                At once, truly and completely
                Measures for now
                Institutions that last
                Similar problems looked for
                Results used for reform
                Tied to study
                Results that people can see
                No release before it is solved
                Daily supervision by county bodies
                Liaison with the named rooms
                Consultation on request
                Joint hearing at the end of month two
                Township discipline supervises too
                Thematic meetings in town and villages
                Comparison-check and root causes
                Disposal by the four forms
                Campaign: frequent petitions
                Campaign: work style of cadres
                Accountability for carried-over work
                Vocabulary of severity
                Completion date and two final reports
                Half-month progress reports
                Secretary's truthfulness signature
                Three triggers of accountability
                Three outcomes in the final report
                Legal bases""";
        for (String heading : lines.lines().toList()) {
            headings.put("S%02d".formatted(headings.size() + 1), heading);
        }
        return headings;
    }

    static Map<Integer, String> byFeature() throws IOException {
        try (var file = Headings.class.getResourceAsStream("/traceability/features.txt")) {
            var headings = new TreeMap<Integer, String>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .forEach(heading -> headings.put(headings.size() + 1, heading));
            return headings;
        }
    }
}
