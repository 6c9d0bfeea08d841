package org.rectification.meeting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.rectification.deadline.Profiles;
import org.rectification.people.Visibility;
import org.springframework.stereotype.Component;

/** The findings of which a member is the responsible leader, grouped by aspect (方面); without one by area. */
@Component
class Portfolios {

    /** For who leads no finding: everybody of the team compares themselves. */
    static final String NONE = "履行主体责任和一岗双责";

    private final ComparisonStore store;
    private final Visibility visibility;
    private final Profiles profiles;

    Portfolios(ComparisonStore store, Visibility visibility, Profiles profiles) {
        this.store = store;
        this.visibility = visibility;
        this.profiles = profiles;
    }

    /** The list to be written about: every aspect with its findings and without texts. */
    ComparisonText of(ComparisonDuty duty) {
        var byAspect = new LinkedHashMap<String, List<ComparisonText.Line>>();
        for (var finding : store.portfolio(duty, visibility.findings(duty.memberId()))) {
            byAspect.computeIfAbsent(aspect(finding), aspect -> new ArrayList<>())
                    .add(new ComparisonText.Line(finding.id(), finding.place(), finding.number(), finding.title()));
        }
        if (byAspect.isEmpty()) {
            byAspect.put(NONE, List.of());
        }
        return new ComparisonText(byAspect.entrySet().stream()
                .map(part -> new ComparisonText.Part(part.getKey(), part.getValue(), null, null))
                .toList());
    }

    private String aspect(ComparisonStore.Finding finding) {
        if (finding.aspect() != null && !finding.aspect().isBlank()) {
            return finding.aspect();
        }
        return profiles.areaLabel(finding.profile(), finding.area());
    }
}
