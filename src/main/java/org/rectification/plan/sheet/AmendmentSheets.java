package org.rectification.plan.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rectification.plan.AmendmentTrial;
import org.rectification.plan.LineAmendment;
import org.rectification.plan.PlanLineView;
import org.rectification.plan.sheet.PlanImports.Cause;
import org.rectification.plan.sheet.PlanImports.Changed;
import org.rectification.plan.sheet.PlanImports.Row;
import org.rectification.refusal.Refusal;
import org.rectification.round.CaseKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The same sheets once the plan is issued: what they would change becomes lines of an amendment, which the clerk looks at and
 * hands in like those that were typed. Nothing is stored before that.
 */
@Service
public class AmendmentSheets {

    private final PlanSheets sheets;
    private final AmendmentTrial trial;

    AmendmentSheets(PlanSheets sheets, AmendmentTrial trial) {
        this.sheets = sheets;
        this.trial = trial;
    }

    /**
     * What a sheet would change.
     *
     * @param problems rows that cannot become part of the amendment, with everything that is wrong
     */
    public record View(int rows, int unchanged, List<Row> problems, List<Proposed> lines) {}

    /** @param amendment as it is handed in with the others */
    public record Proposed(int row, String label, List<Changed> changes, LineAmendment amendment) {}

    /**
     * Reads a sheet and tells what it would change.
     *
     * @throws Refusal for anybody but the clerk, for a plan that is not issued, and when the file as a whole cannot be used
     */
    @Transactional(readOnly = true)
    public View look(String actor, CaseKey key, byte[] file) {
        Map<String, PlanLineView> lines = trial.lines(actor, key);
        var rows = PlanSheetReader.read(file, lines, sheets.names(lines.values()));
        var readable = rows.stream()
                .filter(row -> row.problems().isEmpty() && !row.unplanned())
                .toList();
        var outcomes = trial.of(
                actor,
                key,
                readable.stream().collect(Collectors.toMap(SheetRow::findingId, SheetRow::entry)),
                readable.stream().collect(Collectors.toMap(SheetRow::findingId, SheetRow::fingerprint)));
        var problems = new ArrayList<Row>();
        var proposed = new ArrayList<Proposed>();
        for (var row : rows) {
            var outcome = row.problems().isEmpty() ? outcomes.get(row.findingId()) : null;
            if (outcome == null) {
                if (!row.problems().isEmpty()) {
                    problems.add(new Row(row.number(), row.label(), causes(row.problems()), List.of()));
                }
                continue;
            }
            var changes = outcome.changes().stream()
                    .map(change -> new Changed(change.label(), change.before(), change.after()))
                    .toList();
            var wrong = wrong(row, outcome);
            if (wrong.isEmpty()) {
                proposed.add(new Proposed(row.number(), outcome.label(), changes, outcome.amendment()));
            } else {
                problems.add(new Row(row.number(), outcome.label(), causes(wrong), changes));
            }
        }
        return new View(rows.size(), rows.size() - problems.size() - proposed.size(), problems, proposed);
    }

    private static List<SheetRow.Problem> wrong(SheetRow row, AmendmentTrial.Outcome outcome) {
        if (outcome.changedMeanwhile()) {
            return List.of(new SheetRow.Problem("", "导出之后已被修改，请重新导出后核对再填。"));
        }
        return outcome.violations().stream()
                .map(each -> new SheetRow.Problem(Columns.ofField(each.field(), row.groups()), each.message()))
                .toList();
    }

    private static List<Cause> causes(List<SheetRow.Problem> problems) {
        return problems.stream()
                .map(problem -> new Cause(problem.column(), problem.message()))
                .toList();
    }
}
