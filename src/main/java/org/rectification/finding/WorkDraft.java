package org.rectification.finding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rectification.file.FileCard;
import org.springframework.stereotype.Component;

/** What stands in the form before somebody fills it in: the plan's open measures, and what a returned result claimed. */
@Component
public class WorkDraft {

    private final FindingStore store;
    private final MeasureReports measures;
    private final Claims claims;

    WorkDraft(FindingStore store, MeasureReports measures, Claims claims) {
        this.store = store;
        this.measures = measures;
        this.claims = claims;
    }

    /** An entry as the form takes it; measures that were reported are not asked for again. */
    public Map<String, Object> of(String findingId) {
        var entry = new LinkedHashMap<String, Object>();
        var result = store.get(findingId).life().result;
        if (result != null) {
            entry.put("result", result.text());
        }
        var planned = measures.planned(findingId);
        entry.put("measures", planned.isEmpty() && result == null ? List.of(Map.of("kind", "NOW")) : open(planned));
        entry.put("evidence", List.of(Map.of()));
        entry.put("claims", returned(findingId));
        return entry;
    }

    private static List<Map<String, Object>> open(List<PlannedMeasure> planned) {
        var rows = new ArrayList<Map<String, Object>>();
        planned.stream()
                .filter(measure -> !measure.done())
                .forEach(measure -> rows.add(Map.of(
                        "text", measure.text(),
                        "kind", measure.horizon().name(),
                        "accountabilityOnly", measure.accountabilityOnly())));
        return rows;
    }

    private List<Map<String, Object>> returned(String findingId) {
        var all = claims.of(findingId).stream()
                .filter(claim -> claim.standing() == Claim.Standing.RETURNED)
                .toList();
        // Of several results that came back only the last one.
        var last = all.isEmpty() ? null : all.get(all.size() - 1).claimedAt();
        return all.stream()
                .filter(claim -> claim.claimedAt().equals(last))
                .map(claim -> Map.<String, Object>of(
                        "kind", claim.kind().name(),
                        "quantity", claim.quantity(),
                        "text", claim.text(),
                        "files", claim.files().stream().map(FileCard::id).collect(Collectors.joining(","))))
                .toList();
    }
}
