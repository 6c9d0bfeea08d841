package org.rectification.deadline;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.lang.Nullable;

/** What the lists and names of an own profile may hold; the codes are those that the product knows how to treat. */
final class ProfileLists {

    private static final int LONGEST_LABEL = 20;
    private static final int LONGEST_GRADE = 10;
    private static final int MOST_REVISITS = 6;

    /** The rule of evaluation knows four grades, best first. */
    private static final int GRADES = 4;

    private static final Map<String, Function<Profile, List<CodedLabel>>> CODED = Map.of(
            "planReviewers", profile -> profile.planReviewers().value(),
            "finalReportRecipients", profile -> profile.finalReportRecipients().value(),
            "areas", profile -> profile.areas().value());

    private ProfileLists() {}

    /** Why the value cannot be taken, as the rest of a sentence that begins with the parameter's name; empty when it can. */
    static Optional<String> refusal(String name, @Nullable JsonNode value, List<Profile> profiles) {
        if (CODED.containsKey(name)) {
            return coded(value, codes(profiles, CODED.get(name)));
        }
        return switch (name) {
            case "evaluationGrades" -> grades(value);
            case "revisits" -> revisits(value);
            case "secondHearingLabel" ->
                isText(value, LONGEST_LABEL) ? Optional.empty() : Optional.of("应为1至" + LONGEST_LABEL + "个字，不能换行");
            default -> Optional.empty();
        };
    }

    private static Set<String> codes(List<Profile> profiles, Function<Profile, List<CodedLabel>> list) {
        return profiles.stream()
                .flatMap(profile -> list.apply(profile).stream())
                .map(CodedLabel::code)
                .collect(Collectors.toSet());
    }

    private static Optional<String> coded(@Nullable JsonNode value, Set<String> known) {
        if (value == null || !value.isArray() || value.isEmpty()) {
            return Optional.of("至少保留一项");
        }
        var codes = new HashSet<String>();
        var labels = new HashSet<String>();
        for (var entry : value) {
            if (!known.contains(entry.path("code").asText())) {
                return Optional.of("只能从所列各项中选择");
            }
            if (!isText(entry.get("label"), LONGEST_LABEL)) {
                return Optional.of("每项名称应为1至" + LONGEST_LABEL + "个字，不能换行");
            }
            if (!codes.add(entry.path("code").asText())
                    || !labels.add(entry.path("label").asText())) {
                return Optional.of("各项不能重复");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> grades(@Nullable JsonNode value) {
        var names = new HashSet<String>();
        var whole = value != null && value.isArray() && value.size() == GRADES;
        if (whole) {
            for (var grade : value) {
                whole &= isText(grade, LONGEST_GRADE) && names.add(grade.asText());
            }
        }
        return whole ? Optional.empty() : Optional.of("应为由好到差的" + GRADES + "个等次，每个1至" + LONGEST_GRADE + "个字，不能重复");
    }

    private static Optional<String> revisits(@Nullable JsonNode value) {
        if (value == null || !value.isArray() || value.isEmpty() || value.size() > MOST_REVISITS) {
            return Optional.of("应为1至" + MOST_REVISITS + "次，每次为签字后1至1000个工作日、天或月");
        }
        return Optional.empty();
    }

    private static boolean isText(@Nullable JsonNode value, int longest) {
        return value != null
                && value.isTextual()
                && !value.asText().isBlank()
                && value.asText().length() <= longest
                && value.asText().chars().noneMatch(Character::isISOControl);
    }
}
