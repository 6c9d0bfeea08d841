package org.rectification.round.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.rectification.deadline.CodedLabel;
import org.rectification.deadline.Profile;
import org.rectification.deadline.Profiles;
import org.rectification.round.intake.RoundRequest.Finding;
import org.rectification.round.intake.RoundRequest.Level;
import org.rectification.round.intake.RoundRequest.Organisation;
import org.rectification.round.intake.RoundRequest.Village;

/** What a finding of a round must say about itself (S05–S08, S10). */
final class FindingRules {

    static final String CARRY_OVER = "CARRY_OVER";

    private final Profiles profiles;
    private final Problems problems;

    FindingRules(Profiles profiles, Problems problems) {
        this.profiles = profiles;
        this.problems = problems;
    }

    void examine(RoundRequest round) {
        var profile = profiles.find(round.profile());
        if (profile.isEmpty()) {
            problems.add("/profile", "profile", "profile.unknown", ids(profiles.all()));
        }
        var areas = profile.map(known -> known.areas().value()).orElse(List.of());
        for (int index = 0; index < round.organisations().size(); index++) {
            organisation(round.organisations().get(index), areas, "/organisations/" + index);
        }
    }

    private void organisation(Organisation organisation, List<CodedLabel> areas, String pointer) {
        var villages = organisation.villages().stream().map(Village::code).collect(Collectors.toSet());
        var numbers = new HashSet<List<String>>();
        for (int index = 0; index < organisation.findings().size(); index++) {
            var finding = organisation.findings().get(index);
            var at = pointer + "/findings/" + index;
            areaOfTheProfile(finding, areas, at);
            originOfWhatIsCarriedOver(finding, at);
            levelAndVillage(finding, villages, at);
            uniqueNumber(finding, numbers, at);
            noticeOnlyWithImmediate(finding, at);
        }
    }

    private void areaOfTheProfile(Finding finding, List<CodedLabel> areas, String at) {
        if (finding.area() != null
                && !areas.isEmpty()
                && areas.stream().noneMatch(area -> area.code().equals(finding.area()))) {
            var codes = areas.stream().map(CodedLabel::code).collect(Collectors.joining("、"));
            problems.add(at + "/area", "area", "choice", codes);
        }
    }

    private void originOfWhatIsCarriedOver(Finding finding, String at) {
        if (CARRY_OVER.equals(finding.area()) && finding.originDate() == null) {
            problems.add(at + "/originDate", "originDate", "origin.needed");
        }
    }

    private void levelAndVillage(Finding finding, Set<String> villages, String at) {
        if (finding.level() == Level.TOWN && finding.village() != null) {
            problems.add(at + "/village", "village", "village.notForTown");
        }
        if (finding.level() == Level.VILLAGE && finding.village() == null) {
            problems.add(at + "/village", "village", "village.needed");
        }
        if (finding.level() == Level.VILLAGE && finding.village() != null && !villages.contains(finding.village())) {
            problems.add(at + "/village", "village", "village.unknown", finding.village());
        }
    }

    private void uniqueNumber(Finding finding, Set<List<String>> numbers, String at) {
        if (finding.number() == null || finding.level() == null) {
            return;
        }
        var list = finding.level() == Level.TOWN || finding.village() == null ? "" : finding.village();
        if (!numbers.add(List.of(list, finding.number()))) {
            problems.add(at + "/number", "number", "number.repeated", finding.number());
        }
    }

    private void noticeOnlyWithImmediate(Finding finding, String at) {
        if (finding.immediate()) {
            return;
        }
        if (finding.immediateNoticeOn() != null) {
            problems.add(at + "/immediateNoticeOn", "immediateNoticeOn", "immediate.only");
        }
        if (finding.immediateNoticeNumber() != null) {
            problems.add(at + "/immediateNoticeNumber", "immediateNoticeNumber", "immediate.only");
        }
        if (finding.immediateDueOn() != null) {
            problems.add(at + "/immediateDueOn", "immediateDueOn", "immediate.only");
        }
    }

    private static String ids(List<Profile> profiles) {
        return profiles.stream().map(Profile::id).collect(Collectors.joining("、"));
    }
}
