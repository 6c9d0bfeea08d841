package org.rectification.period;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.rectification.finding.FindingSection;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On a finding's page: what was written about it for each progress report. */
@Component
@Order(20)
class ProgressEntrySection implements FindingSection {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final List<String> COLUMNS = List.of("期次", "整改进展", "填报人", "填报时间");

    private final ProgressEntries entries;

    ProgressEntrySection(ProgressEntries entries) {
        this.entries = entries;
    }

    @Override
    public Optional<Section> of(String findingId, String viewer) {
        var rows = entries.of(findingId).stream()
                .map(entry -> List.of(
                        Cell.of("第" + entry.number() + "期"),
                        Cell.of(entry.text()),
                        Cell.of(entry.by()),
                        Cell.of(MOMENT.format(entry.at()))))
                .toList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Section("progress", "整改进展填报", COLUMNS, rows));
    }
}
