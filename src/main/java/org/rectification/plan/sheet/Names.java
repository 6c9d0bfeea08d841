package org.rectification.plan.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rectification.people.Person;
import org.springframework.lang.Nullable;

/** People as a sheet names them: 姓名（职务）, with the login only where two would read the same. */
final class Names {

    private final Map<String, String> labelById = new LinkedHashMap<>();
    private final Map<String, List<String>> idsByWords = new LinkedHashMap<>();

    Names(List<Person> people) {
        var plain = people.stream().collect(Collectors.groupingBy(Names::plain, Collectors.counting()));
        for (var person : people) {
            var words = plain(person);
            var label = plain.get(words) == 1 ? words : person.name() + "（" + person.office() + "，" + person.id() + "）";
            labelById.put(person.id(), label);
            // A clerk also types the name alone, or the login; each is good as long as it means one person.
            for (var typed : List.of(label, words, person.name(), person.id())) {
                var ids = idsByWords.computeIfAbsent(key(typed), unused -> new ArrayList<>());
                if (!ids.contains(person.id())) {
                    ids.add(person.id());
                }
            }
        }
    }

    private static String plain(Person person) {
        return person.name() + "（" + person.office() + "）";
    }

    /** Full-width brackets and commas are the same to a reader, and so are spaces. */
    private static String key(String words) {
        return words.replace('\uff08', '(')
                .replace('\uff09', ')')
                .replace('\uff0c', ',')
                .replaceAll("[\\s\\u3000]", "");
    }

    List<String> labels() {
        return List.copyOf(labelById.values());
    }

    /** The login for whoever is not in the list any more. */
    String label(String id) {
        return labelById.getOrDefault(id, id);
    }

    /** Empty for nobody; whoever is not in the list any more keeps the name, with the login beside it. */
    String label(@Nullable String id, @Nullable String name) {
        return id == null ? "" : labelById.getOrDefault(id, name + "（" + id + "）");
    }

    /** Logins of everybody whom the words may mean. */
    List<String> meant(String words) {
        return idsByWords.getOrDefault(key(words), List.of());
    }
}
