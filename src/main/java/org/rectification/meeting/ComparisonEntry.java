package org.rectification.meeting;

import java.util.List;
import org.rectification.refusal.Violations;
import org.springframework.lang.Nullable;

/** What a member writes about the findings in the own portfolio, aspect by aspect (S38). */
public record ComparisonEntry(@Nullable List<Section> aspects) {

    private static final int LONGEST_TEXT = 8_000;

    public ComparisonEntry {
        aspects = aspects == null ? List.of() : List.copyOf(aspects);
    }

    /**
     * One aspect (方面).
     *
     * @param aspect as the list showed it
     * @param rootCause where it comes from, in thought and in style of work
     * @param selfCheck what the member owns up to
     */
    public record Section(@Nullable String aspect, @Nullable String rootCause, @Nullable String selfCheck) {}

    /** Every aspect of the portfolio has both texts, and nothing else is there. */
    void check(Violations violations, List<String> expected) {
        for (int index = 0; index < aspects.size(); index++) {
            var section = aspects.get(index);
            var path = "aspects[" + index + "].";
            if (section.aspect() == null || !expected.contains(section.aspect())) {
                violations.require(false, path + "aspect", "第" + (index + 1) + "个方面不在您分管问题的清单中，请刷新页面后重试。");
                continue;
            }
            violations
                    .requireText(
                            section.rootCause(), path + "rootCause", "“" + section.aspect() + "”的根源剖析", LONGEST_TEXT)
                    .requireText(
                            section.selfCheck(), path + "selfCheck", "“" + section.aspect() + "”的对照检查", LONGEST_TEXT);
        }
        expected.stream()
                .filter(aspect -> of(aspect) == null)
                .forEach(aspect -> violations.require(false, "aspects", "缺少“" + aspect + "”的对照检查。"));
    }

    /** The last one, should an aspect be there twice. */
    @Nullable Section of(String aspect) {
        return aspects.stream()
                .filter(section -> aspect.equals(section.aspect()))
                .reduce((one, other) -> other)
                .orElse(null);
    }
}
