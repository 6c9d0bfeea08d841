package org.rectification.round.excel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.rectification.refusal.Refusal;
import org.rectification.round.RoundRegistration;
import org.rectification.round.intake.Problem;
import org.rectification.round.intake.RoundMessages;
import org.rectification.workbook.Column;
import org.rectification.workbook.RowError;
import org.rectification.workbook.Workbooks;
import org.springframework.stereotype.Service;

/** Shows what a filled-in workbook would register, row by row; stores nothing (row 3). */
@Service
public class RoundImport {

    private final SheetPlan plan;
    private final RoundRegistration registration;

    RoundImport(SheetPlan plan, RoundRegistration registration) {
        this.plan = plan;
        this.registration = registration;
    }

    /**
     * @param file what was uploaded, whatever it is
     * @param actor login of the person who asks; must be of the inspection office
     */
    public Preview preview(byte[] file, String actor) {
        registration.demandInspectionOffice(actor);
        RoundWorkbook filledIn;
        try (var workbook = Workbooks.open(file)) {
            filledIn = new RoundWorkbook(plan, workbook);
        } catch (Refusal refusal) {
            return Preview.unreadable(refusal.getMessage());
        } catch (IOException | RuntimeException e) {
            // Some damage shows only while the cells are read.
            return Preview.unreadable("文件不能识别：请使用下载的模板（.xlsx）填写后上传。");
        }
        return preview(filledIn, actor);
    }

    private Preview preview(RoundWorkbook workbook, String actor) {
        var checked = registration.preview(workbook.round().toString(), actor);
        var errors = new ArrayList<>(workbook.errors());
        checked.problems().forEach(problem -> errors.add(rowError(workbook, problem)));
        var bad = new HashSet<Integer>();
        errors.stream()
                .filter(error -> SheetPlan.FINDINGS.equals(error.sheet()))
                .forEach(error -> bad.add(error.row()));
        bad.removeIf(row -> row < 2);
        var findings = workbook.count(SheetPlan.FINDINGS);
        return new Preview(
                errors.isEmpty(),
                errors,
                checked.warnings().stream()
                        .map(warning -> rowError(workbook, warning))
                        .toList(),
                new Summary(
                        workbook.count(SheetPlan.ORGANISATIONS),
                        workbook.count(SheetPlan.VILLAGES),
                        findings,
                        findings - bad.size()),
                errors.isEmpty() ? checked.canonicalJson() : null);
    }

    private RowError rowError(RoundWorkbook workbook, Problem problem) {
        var found = workbook.place(problem.pointer());
        var place = found.getKey();
        var column = plan.column(place.sheet(), found.getValue());
        var message = RoundMessages.in(Locale.SIMPLIFIED_CHINESE).sentence(problem);
        if (column.isPresent()
                && !column.get().choices().isEmpty()
                && (problem.rule().equals("choice") || problem.rule().equals("type.flag"))) {
            message = column.get().header() + "：只能填 "
                    + String.join("、", column.get().choices().keySet()) + "。";
        }
        return new RowError(
                place.sheet(), place.row(), column.map(Column::header).orElse(null), message);
    }

    /**
     * @param round the JSON to confirm with, null unless valid
     */
    public record Preview(
            boolean valid, List<RowError> errors, List<RowError> warnings, Summary summary, String round) {

        static Preview unreadable(String message) {
            return new Preview(
                    false, List.of(new RowError(null, 0, null, message)), List.of(), new Summary(0, 0, 0, 0), null);
        }
    }

    /** @param validFindings rows of findings without a mistake */
    public record Summary(int organisations, int villages, int findings, int validFindings) {}
}
