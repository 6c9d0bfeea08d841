package org.rectification.traceability;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.rectification.support.Clause;
import org.rectification.support.Feature;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Finds which model element and which test speaks of which clause or feature, and writes the tables of it. */
final class Traceability {

    private static final Pattern CLAUSE = Pattern.compile("(?<![A-Za-z0-9])S\\d{2}(?![0-9])");

    private final Map<String, Set<String>> elements = new TreeMap<>();
    private final Map<String, Set<String>> tests = new TreeMap<>();
    private final Map<Integer, Set<String>> features = new TreeMap<>();

    /** Reads all models of a folder and the given tests. */
    static Traceability read(Path models, Iterable<JavaClass> tests) throws Exception {
        var found = new Traceability();
        for (Path model : list(models)) {
            found.readModel(model);
        }
        tests.forEach(found::readTests);
        return found;
    }

    /** The compiled test classes that the build really runs. */
    static List<JavaClass> testsThatRun(Path testClasses) {
        return new ClassFileImporter()
                .importPath(testClasses).stream()
                        .filter(type -> type.isTopLevelClass()
                                ? type.getSimpleName().matches("\\w+(Test|IT)")
                                : type.isAnnotatedWith(Nested.class))
                        .toList();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(bpmn|dmn)"))
                    .sorted()
                    .toList();
        }
    }

    private void readModel(Path path) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        File file = path.toFile();
        Document document = factory.newDocumentBuilder().parse(file);
        var all = document.getElementsByTagNameNS("*", "*");
        for (int index = 0; index < all.getLength(); index++) {
            var element = (Element) all.item(index);
            var text =
                    switch (element.getLocalName()) {
                        case "documentation", "description" -> element.getTextContent();
                        case "property" ->
                            element.getAttribute("name").equals("clause") ? element.getAttribute("value") : "";
                        default -> "";
                    };
            clauses(text).forEach(clause -> add(elements, clause, place(file.getName(), element)));
        }
    }

    private static String place(String file, Element element) {
        Node node = element.getParentNode();
        while (node instanceof Element candidate) {
            if (candidate.hasAttribute("id")) {
                return "`" + candidate.getAttribute("id") + "` in " + file;
            }
            node = node.getParentNode();
        }
        return file;
    }

    private void readTests(JavaClass type) {
        var ofClass =
                type.tryGetAnnotationOfType(Clause.class).map(Clause::value).orElse(new String[0]);
        for (JavaMethod method : type.getMethods()) {
            if (!isTest(method)) {
                continue;
            }
            var ofMethod = method.tryGetAnnotationOfType(Clause.class)
                    .map(Clause::value)
                    .orElse(new String[0]);
            var place = "`" + type.getSimpleName() + "." + method.getName() + "`";
            Stream.of(type.tryGetAnnotationOfType(Feature.class), method.tryGetAnnotationOfType(Feature.class))
                    .flatMap(Optional::stream)
                    .flatMapToInt(feature -> Arrays.stream(feature.value()))
                    .forEach(row -> add(features, row, place));
            var display = method.tryGetAnnotationOfType(DisplayName.class)
                    .map(DisplayName::value)
                    .orElse("");
            Stream.of(
                            Stream.of(ofClass),
                            Stream.of(ofMethod),
                            clauses(display),
                            Pattern.compile("S\\d{2}(?![0-9])")
                                    .matcher(method.getName())
                                    .results()
                                    .map(MatchResult::group))
                    .flatMap(found -> found)
                    .forEach(clause -> add(tests, clause, place));
        }
    }

    /** A method that JUnit runs: its annotation is called Test, ParameterizedTest, Property and the like. */
    private static boolean isTest(JavaMethod method) {
        return method.getAnnotations().stream().anyMatch(annotation -> annotation
                .getRawType()
                .getSimpleName()
                .matches("\\w*Test|TestFactory|TestTemplate|Property|Example"));
    }

    private static Stream<String> clauses(String text) {
        return CLAUSE.matcher(text).results().map(MatchResult::group);
    }

    private static <K> void add(Map<K, Set<String>> map, K named, String place) {
        map.computeIfAbsent(named, key -> new TreeSet<>()).add(place);
    }

    /** Clauses that somebody names and that do not exist. */
    Set<String> unknown(Set<String> known) {
        return Stream.concat(elements.keySet().stream(), tests.keySet().stream())
                .filter(clause -> !known.contains(clause))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Feature rows that a test names and that do not exist. */
    Set<Integer> unknownFeatures(Set<Integer> known) {
        return features.keySet().stream().filter(row -> !known.contains(row)).collect(Collectors.toSet());
    }

    String page(Map<String, String> headings, Map<Integer, String> featureRows) {
        var rows = headings.entrySet().stream()
                .map(clause -> "| %s | %s | %s | %s |"
                        .formatted(
                                clause.getKey(),
                                clause.getValue(),
                                cell(elements.get(clause.getKey())),
                                cell(tests.get(clause.getKey()))))
                .collect(Collectors.joining("\n"));
        var acceptance = featureRows.entrySet().stream()
                .map(row ->
                        "| %d | %s | %s |".formatted(row.getKey(), row.getValue(), cell(features.get(row.getKey()))))
                .collect(Collectors.joining("\n"));
        return """
                # From clause to model to test

                Generated from the models and tests, and checked by them; do not edit. Write it anew with
                `./mvnw -B test -Dtest=TraceabilityTest -Dtraceability.write=true`.

                | Clause | About | Model elements | Tests |
                |---|---|---|---|
                %s

                ## Not yet covered

                Neither a model element nor a test: %s.

                A model element and no test: %s.

                A test and no model element: %s.

                ## Feature rows

                What was asked for, row by row, and the tests named after its acceptance.

                | Row | About | Tests |
                |---|---|---|
                %s
                """
                .formatted(
                        rows,
                        missing(headings, false, false),
                        missing(headings, true, false),
                        missing(headings, false, true),
                        acceptance);
    }

    private String missing(Map<String, String> headings, boolean inModel, boolean inTest) {
        var found = headings.keySet().stream()
                .filter(clause -> elements.containsKey(clause) == inModel && tests.containsKey(clause) == inTest)
                .toList();
        return found.isEmpty() ? "none" : String.join(", ", found);
    }

    private static String cell(Collection<String> places) {
        return places == null ? "–" : String.join("<br>", places);
    }
}
