package org.rectification.consultation;

import java.util.List;
import java.util.Optional;
import org.rectification.finding.FindingSection;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On a finding's page: what was asked, what was advised, and what it changes (S34). */
@Component
@Order(40)
class ConsultationSection implements FindingSection {

    private static final List<String> COLUMNS = List.of("约请单位", "约请事项", "目前情况", "沟通意见", "对问题整改的影响", "纪要");

    private final ConsultationStore store;

    ConsultationSection(ConsultationStore store) {
        this.store = store;
    }

    @Override
    public Optional<Section> of(String findingId, String viewer) {
        var rows = store.ofFinding(findingId).stream()
                .map(each -> List.of(
                        Cell.of(each.body().label()),
                        Cell.of(each.question()),
                        Cell.of(each.standing()),
                        Cell.of(each.confirmedAt() == null ? each.answer() : each.advice()),
                        Cell.of(each.confirmedAt() == null ? null : each.effect()),
                        each.minutesFile() == null
                                ? Cell.of(null)
                                : new Cell("查看", "/api/files/" + each.minutesFile())))
                .toList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Section("consultation", "约请沟通", COLUMNS, rows));
    }
}
