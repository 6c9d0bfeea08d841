package org.rectification.plan.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.rectification.people.People;
import org.rectification.plan.PlanLineView;
import org.rectification.plan.PlanLines;
import org.rectification.refusal.Refusal;
import org.springframework.stereotype.Service;

/** The plan sheet on its way out: whoever may write lines may take them along. */
@Service
public class PlanSheets {

    private final PlanLines lines;
    private final LineSheetWriter writer;
    private final People people;

    PlanSheets(PlanLines lines, LineSheetWriter writer, People people) {
        this.lines = lines;
        this.writer = writer;
        this.people = people;
    }

    /**
     * The lines that the person may write now, for one sheet.
     *
     * @param ownOnly only those that the person drafts
     * @throws NoSuchElementException when there is none
     * @throws Refusal when the plan cannot change any more
     */
    public List<PlanLineView> lines(String personId, String roundId, boolean ownOnly) {
        return open(roundId.indexOf('\0') >= 0 ? List.of() : lines.list(personId, roundId, ownOnly));
    }

    private static List<PlanLineView> open(List<PlanLineView> writable) {
        if (writable.isEmpty()) {
            throw new NoSuchElementException("no lines of this person in the round");
        }
        var open = writable.stream().filter(PlanLineView::open).toList();
        if (open.isEmpty()) {
            throw Refusal.of("整改方案现在不能修改，不能使用编制表。");
        }
        return open;
    }

    /** @param out left open; holds a complete .xlsx file afterwards */
    public void write(List<PlanLineView> open, OutputStream out) throws IOException {
        var most = open.stream().mapToInt(line -> line.measures().size()).max().orElse(0);
        var sheet = new LineSheet<PlanLineView>(LineSheet.PLAN, most, List.of(), SheetLine::of);
        writer.write(sheet, open::forEach, out);
    }

    /**
     * Every line of the round that the person may read, whoever writes it: a ledger that was exported holds them all.
     *
     * @return by finding
     * @throws NoSuchElementException when the person may write none of them
     * @throws Refusal when the plan cannot change any more
     */
    Map<String, PlanLineView> readable(String personId, String roundId) {
        var all = roundId.indexOf('\0') >= 0 ? Map.<String, PlanLineView>of() : lines.readable(personId, roundId);
        open(all.values().stream().filter(PlanLineView::writable).toList());
        return all;
    }

    /** A person drafts for one organisation only. */
    Names names(Collection<PlanLineView> lines) {
        return new Names(people.of(lines.iterator().next().organisation()));
    }
}
