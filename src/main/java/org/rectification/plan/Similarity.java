package org.rectification.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds problems that several villages have in common by the words they share; a suggestion, nothing more. */
final class Similarity {

    /** Share of common pairs of characters from which two problems count as alike. */
    private static final double ALIKE = 0.5;

    private Similarity() {}

    /** Groups of problems alike in at least three villages, in the order of their first members. */
    static List<List<Subject>> groups(List<Subject> subjects) {
        var ofVillages = subjects.stream()
                .filter(each -> each.ofVillage() && !each.principalOnly())
                .toList();
        var pairs = ofVillages.stream().map(Similarity::pairs).toList();
        var taken = new HashSet<Integer>();
        var groups = new ArrayList<List<Subject>>();
        for (var i = 0; i < ofVillages.size(); i++) {
            var group = new ArrayList<Integer>();
            for (var j = i; j < ofVillages.size(); j++) {
                if (!taken.contains(j)
                        && (i == j || alike(ofVillages.get(i), ofVillages.get(j), pairs.get(i), pairs.get(j)))) {
                    group.add(j);
                }
            }
            var villages = new LinkedHashSet<String>();
            group.forEach(each -> villages.add(ofVillages.get(each).villageCode()));
            if (!taken.contains(i) && villages.size() >= CommonProblem.VILLAGES) {
                taken.addAll(group);
                groups.add(group.stream().map(ofVillages::get).toList());
            }
        }
        return groups;
    }

    private static boolean alike(Subject one, Subject other, Set<String> first, Set<String> second) {
        if (Phrases.bare(one.title()).equals(Phrases.bare(other.title()))) {
            return true;
        }
        var smaller = Math.min(first.size(), second.size());
        return smaller > 0 && first.stream().filter(second::contains).count() >= ALIKE * smaller;
    }

    private static Set<String> pairs(Subject subject) {
        var text = Phrases.bare(subject.title() + subject.problem());
        var pairs = new HashSet<String>();
        for (var i = 0; i + 2 <= text.length(); i++) {
            pairs.add(text.substring(i, i + 2));
        }
        return pairs;
    }
}
