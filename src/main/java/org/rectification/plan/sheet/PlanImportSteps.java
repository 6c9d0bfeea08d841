package org.rectification.plan.sheet;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.LongSupplier;
import org.rectification.plan.PlanLines;
import org.rectification.plan.sheet.PlanImportStore.Ready;
import org.rectification.refusal.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Saves a confirmed import step by step, each line through {@link PlanLines#save} and in the name of who asks for the step,
 * with the rights of that moment. A step takes a few seconds at most; whatever happens between two, the next goes on where
 * the last one ended. A row and its outcome are stored together.
 */
@Service
public class PlanImportSteps {

    private static final int CHUNK = 50;

    /** A step begins no further chunk after this long. */
    private static final long NANOS_PER_STEP = 1_000_000_000L;

    private final PlanLines lines;
    private final PlanImports imports;
    private final PlanImportStore store;
    private final TransactionTemplate transaction;
    private final LongSupplier nanos;

    @Autowired
    PlanImportSteps(
            PlanLines lines, PlanImports imports, PlanImportStore store, PlatformTransactionManager transactions) {
        this(lines, imports, store, transactions, System::nanoTime);
    }

    PlanImportSteps(
            PlanLines lines,
            PlanImports imports,
            PlanImportStore store,
            PlatformTransactionManager transactions,
            LongSupplier nanos) {
        this.lines = lines;
        this.imports = imports;
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
        this.nanos = nanos;
    }

    /**
     * Confirms the import, or goes on with it. Asked again after the end, it answers the result again.
     *
     * @return how far it is
     * @throws NoSuchElementException when the person uploaded no such sheet
     */
    public PlanImports.View step(String personId, String importId) {
        var began = nanos.getAsLong();
        do {
            try {
                if (!together(personId, importId)) {
                    break;
                }
            } catch (Refusal refusal) {
                // One row of the chunk is not taken after all; which one shows when each goes by itself.
                oneByOne(personId, importId);
            } catch (ConcurrencyFailureException busy) {
                // Somebody works on one of these lines at this moment. The rows stay; the next step tries again.
                break;
            }
        } while (nanos.getAsLong() - began < NANOS_PER_STEP);
        return imports.get(personId, importId);
    }

    /** The next rows in one transaction. @return whether there may be more */
    private boolean together(String personId, String importId) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var ready = next(personId, importId, CHUNK);
            ready.forEach(row -> save(personId, row));
            store.saved(importId, ready.stream().map(Ready::position).toList());
            return !ready.isEmpty();
        }));
    }

    private void oneByOne(String personId, String importId) {
        for (int row = 0; row < CHUNK; row++) {
            try {
                transaction.executeWithoutResult(status -> {
                    var ready = next(personId, importId, 1);
                    ready.forEach(each -> save(personId, each));
                    store.saved(importId, ready.stream().map(Ready::position).toList());
                });
            } catch (Refusal refusal) {
                transaction.executeWithoutResult(status -> next(personId, importId, 1)
                        .forEach(each -> store.refused(importId, each.position(), problems(refusal, each))));
            }
        }
    }

    private void save(String personId, Ready row) {
        try {
            lines.save(personId, row.findingId(), row.entry(), row.fingerprint());
        } catch (NoSuchElementException e) {
            throw Refusal.of("没有这一条方案内容，或不由您填写。");
        }
    }

    private static List<SheetRow.Problem> problems(Refusal refusal, Ready row) {
        return refusal.violations().stream()
                .map(violation ->
                        new SheetRow.Problem(Columns.ofField(violation.field(), row.groups()), violation.message()))
                .toList();
    }

    /** Rows to be saved, under the import's lock; confirms it the first time and ends it when nothing is left. */
    private List<Ready> next(String personId, String importId, int most) {
        var head = store.lock(importId, personId).orElseThrow();
        if (head.endedAt() != null) {
            return List.of();
        }
        if (head.confirmedAt() == null) {
            store.confirm(importId);
        }
        var ready = store.ready(importId, most);
        if (ready.isEmpty()) {
            store.end(importId, false);
        }
        return ready;
    }
}
