package org.rectification.plan.process;

import java.util.List;
import org.rectification.plan.DividedAgain;
import org.rectification.plan.Redivision;
import org.springframework.lang.Nullable;

/** The form shows each line that was given back, with who gave it back and why, and sends all of it back. */
record GivenBackEntry(@Nullable List<Line> lines) {

    record Line(
            @Nullable String finding,
            @Nullable String givenBack,
            @Nullable String leader,
            @Nullable String branch,
            @Nullable String person,
            @Nullable String reason) {}

    List<DividedAgain> divided() {
        return lines == null
                ? List.of()
                : lines.stream()
                        .map(each -> new DividedAgain(
                                each.finding(),
                                new Redivision(each.leader(), each.branch(), each.person(), each.reason())))
                        .toList();
    }
}
