package org.rectification.plan.sheet;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rectification.plan.PlanLineTrial;
import org.rectification.plan.PlanLineView;
import org.rectification.plan.sheet.PlanImportStore.Change;
import org.rectification.plan.sheet.PlanImportStore.Head;
import org.rectification.plan.sheet.PlanImportStore.NewRow;
import org.rectification.plan.sheet.PlanImportStore.Outcome;
import org.rectification.refusal.Refusal;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A filled-in plan sheet on its way back: looked at first, confirmed by a person, saved step by step by {@link
 * PlanImportSteps}. Only who uploaded a sheet sees it.
 */
@Service
public class PlanImports {

    /** Rows of one kind that an answer shows; the figures beside them always count all. */
    private static final int MOST_SHOWN = 500;

    private static final int LONGEST_NAME = 120;

    private final PlanSheets sheets;
    private final PlanLineTrial trial;
    private final PlanImportStore store;
    private final Clock clock;

    PlanImports(PlanSheets sheets, PlanLineTrial trial, PlanImportStore store, Clock clock) {
        this.sheets = sheets;
        this.trial = trial;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Reads a sheet and tells what it would change; the plan stays as it is.
     *
     * @throws NoSuchElementException when the person writes no lines in this round
     * @throws Refusal when the file as a whole cannot be used
     */
    @Transactional
    public View upload(String personId, String roundId, String fileName, byte[] file) {
        var rows = read(file, sheets.readable(personId, roundId));
        var readable = rows.stream()
                .filter(row -> row.problems().isEmpty() && !row.unplanned())
                .toList();
        var outcomes = trial.of(
                personId,
                roundId,
                readable.stream().collect(Collectors.toMap(SheetRow::findingId, SheetRow::entry, (a, b) -> a)),
                readable.stream()
                        .filter(row -> row.fingerprint() != null)
                        .collect(Collectors.toMap(SheetRow::findingId, SheetRow::fingerprint, (a, b) -> a)));
        var judged = new ArrayList<NewRow>();
        var unchanged = 0;
        for (var row : rows) {
            if (row.unplanned()) {
                unchanged++;
                continue;
            }
            var judgement = row.problems().isEmpty()
                    ? judge(row, outcomes.get(row.findingId()))
                    : new NewRow(row, row.label(), Outcome.INVALID, row.problems(), List.of());
            if (judgement == null) {
                unchanged++;
            } else {
                judged.add(judgement);
            }
        }
        store.forgetUnconfirmed(personId, roundId);
        var head = new Head(
                UUID.randomUUID().toString(),
                personId,
                roundId,
                fileName.length() > LONGEST_NAME ? fileName.substring(0, LONGEST_NAME) : fileName,
                unchanged,
                OffsetDateTime.now(clock),
                null,
                null,
                false);
        store.enter(head, sha256(file), judged);
        return view(head);
    }

    private List<SheetRow> read(byte[] file, Map<String, PlanLineView> lines) {
        return PlanSheetReader.read(file, lines, sheets.names(lines.values()));
    }

    /** Null when the row says what the line says already, complete or not. */
    @Nullable private static NewRow judge(SheetRow row, @Nullable PlanLineTrial.Outcome trial) {
        if (trial == null) {
            return new NewRow(row, row.label(), Outcome.INVALID, problem("没有这一条方案内容，或不由您填写。"), List.of());
        }
        if (trial.changes().isEmpty()) {
            return null;
        }
        var changes = trial.changes().stream()
                .map(change -> new Change(change.label(), change.before(), change.after()))
                .toList();
        if (trial.closed() != null) {
            return new NewRow(row, trial.label(), Outcome.INVALID, problem(trial.closed()), changes);
        }
        if (trial.changedMeanwhile()) {
            var who = trial.changedBy() == null ? "" : "（" + trial.changedBy() + "保存）";
            return new NewRow(
                    row,
                    trial.label(),
                    Outcome.CHANGED_MEANWHILE,
                    problem("下载编制表之后已被修改" + who + "，不导入；请重新下载后核对再填。"),
                    changes);
        }
        var problems = trial.violations().stream()
                .map(violation ->
                        new SheetRow.Problem(Columns.ofField(violation.field(), row.groups()), violation.message()))
                .toList();
        return new NewRow(row, trial.label(), problems.isEmpty() ? Outcome.READY : Outcome.INVALID, problems, changes);
    }

    private static List<SheetRow.Problem> problem(String message) {
        return List.of(new SheetRow.Problem("", message));
    }

    /** @throws NoSuchElementException when the person uploaded no such sheet */
    @Transactional(readOnly = true)
    public View get(String personId, String importId) {
        return view(store.find(importId, personId).orElseThrow());
    }

    /** What the person uploaded last in this round; null: nothing. */
    @Transactional(readOnly = true)
    @Nullable public View latest(String personId, String roundId) {
        return store.latest(personId, roundId).map(this::view).orElse(null);
    }

    /** Stops an import: rows that are saved stay, the others are given up. */
    @Transactional
    public View abandon(String personId, String importId) {
        var head = store.lock(importId, personId).orElseThrow();
        if (head.endedAt() == null) {
            store.end(importId, true);
        }
        return get(personId, importId);
    }

    View view(Head head) {
        var counts = store.counts(head.id());
        var state = head.endedAt() != null
                ? head.abandoned() ? "ABANDONED" : "DONE"
                : head.confirmedAt() != null ? "RUNNING" : "LOOKED_AT";
        return new View(
                head.id(),
                head.roundId(),
                head.fileName(),
                head.uploadedAt(),
                state,
                new Figures(
                        counts.values().stream().mapToInt(Integer::intValue).sum() + head.unchanged(),
                        head.unchanged(),
                        counts.get(Outcome.INVALID),
                        counts.get(Outcome.CHANGED_MEANWHILE),
                        counts.get(Outcome.READY),
                        counts.get(Outcome.SAVED),
                        counts.get(Outcome.REFUSED)),
                rows(head, Outcome.INVALID, Outcome.CHANGED_MEANWHILE, Outcome.REFUSED),
                rows(head, Outcome.READY));
    }

    private List<Row> rows(Head head, Outcome... outcomes) {
        return store.rows(head.id(), List.of(outcomes), MOST_SHOWN).stream()
                .map(row -> new Row(
                        row.row(),
                        row.label(),
                        row.problems().stream()
                                .map(problem -> new Cause(problem.column(), problem.message()))
                                .toList(),
                        row.changes().stream()
                                .map(change -> new Changed(change.label(), change.before(), change.after()))
                                .toList()))
                .toList();
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * An import as its person sees it.
     *
     * @param state LOOKED_AT (nothing saved yet), RUNNING, DONE or ABANDONED
     * @param problems rows that are not saved, with everything that is wrong
     * @param ready rows still to be saved, with what would change
     */
    public record View(
            String id,
            String round,
            String fileName,
            OffsetDateTime uploadedAt,
            String state,
            Figures figures,
            List<Row> problems,
            List<Row> ready) {}

    /**
     * Rows of the sheet; all but {@code rows} add up to it.
     *
     * @param changedMeanwhile somebody changed the line after the sheet was downloaded
     */
    public record Figures(
            int rows, int unchanged, int invalid, int changedMeanwhile, int ready, int saved, int refused) {}

    /** @param row number as the program shows it */
    public record Row(int row, String label, List<Cause> causes, List<Changed> changes) {}

    /** @param column header of the column, empty for the row as a whole */
    public record Cause(String column, String message) {}

    public record Changed(String label, @Nullable String before, @Nullable String after) {}
}
