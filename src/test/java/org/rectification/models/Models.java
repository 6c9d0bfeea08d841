package org.rectification.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * A set of models and forms as they lie on disk.
 *
 * @param bpmn processes, in order of their file names
 * @param dmn decisions
 * @param forms Camunda Forms by file name
 * @param pages embedded HTML forms by file name
 */
record Models(List<ModelFile> bpmn, List<ModelFile> dmn, Map<String, JsonNode> forms, Map<String, String> pages) {

    static final Path BPMN = Path.of("bpmn");
    static final Path FORMS = Path.of("forms");

    /** The product's own models. */
    static Models ofProduct() {
        return read(BPMN, FORMS);
    }

    /** A folder of the tests that holds models and forms side by side. */
    static Models ofFolder(Path folder) {
        return read(folder, folder);
    }

    private static Models read(Path models, Path forms) {
        return new Models(
                files(models, ".bpmn").map(ModelFile::read).toList(),
                files(models, ".dmn").map(ModelFile::read).toList(),
                byName(files(forms, ".form"), Models::json),
                byName(files(forms, ".html"), Models::text));
    }

    Stream<ModelFile> all() {
        return Stream.concat(bpmn.stream(), dmn.stream());
    }

    /** Every element of every process, as violations of the rule that looks at one element at a time. */
    List<String> eachElement(Visitor rule, String... localNames) {
        return bpmn.stream()
                .flatMap(model -> model.all(localNames)
                        .flatMap(element -> rule.problems(model, element).map(problem -> model.at(element, problem))))
                .toList();
    }

    /** What is wrong with one element, in words. */
    @FunctionalInterface
    interface Visitor {
        Stream<String> problems(ModelFile model, Element element);
    }

    static Stream<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (var list = Files.list(folder)) {
            return list.filter(path -> path.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> Map<String, T> byName(Stream<Path> paths, Function<Path, T> read) {
        var found = new TreeMap<String, T>();
        paths.forEach(path -> found.put(path.getFileName().toString(), read.apply(path)));
        return found;
    }

    static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(Path path) {
        try {
            return new ObjectMapper().readTree(path.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
