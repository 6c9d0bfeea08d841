package org.rectification.sizes;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Service;

/** Prints how large things have become, and says stop when glue or services swell or an id was left to a tool. */
class SizesTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path MODELS = Path.of("bpmn");
    private static final Pattern ID = Pattern.compile("<(?!\\w+:BPMN|di:|dc:)[\\w:]+[^>]*?\\sid=\"([^\"]+)\"");
    private static final Pattern GENERATED =
            Pattern.compile(".*_[0-9][0-9a-z]{6}|[A-Z][A-Za-z]+_[0-9][0-9a-z]*|sid-.*");

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.rectification");

    private static List<Path> sourcesOf(Predicate<JavaClass> wanted) {
        return PRODUCT.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(wanted)
                .map(type -> SOURCES.resolve(type.getFullName().replace('.', '/') + ".java"))
                .toList();
    }

    @Test
    void delegatesAndListenersReadInOneBreath() {
        var lines = lines(sourcesOf(type -> Stream.of(JavaDelegate.class, TaskListener.class, ExecutionListener.class)
                .anyMatch(type::isAssignableTo)));
        print("delegates and listeners", lines);
        assertThat(lines).isNotEmpty();
        assertThat(median(lines)).isLessThanOrEqualTo(30);
    }

    @Test
    void servicesStaySmall() {
        var lines = lines(sourcesOf(type -> type.isAnnotatedWith(Service.class)));
        print("services", lines);
        assertThat(lines).isNotEmpty();
        // Counted with their documentation, which is half of a service that explains its rules.
        assertThat(median(lines)).isLessThanOrEqualTo(120);
    }

    @Test
    void noIdIsLeftToATool() throws IOException {
        List<String> ids;
        try (var files = Files.list(MODELS)) {
            ids = files.filter(file -> file.toString().matches(".*\\.(bpmn|dmn)"))
                    .flatMap(file -> ID.matcher(read(file)).results().map(match -> match.group(1)))
                    .toList();
        }
        var generated =
                ids.stream().filter(id -> GENERATED.matcher(id).matches()).toList();
        System.out.printf("Sizes: ids in models: %d, generated: %d%n", ids.size(), generated.size());
        assertThat(ids).isNotEmpty();
        assertThat(generated).isEmpty();
    }

    @Test
    void medianIsTheMiddleAndGeneratedIdsAreKnown() {
        assertThat(median(List.of(5, 1, 9))).isEqualTo(5);
        assertThat(median(List.of(40, 10, 20, 30))).isEqualTo(25);
        assertThat("Activity_0k3jd92").matches(GENERATED);
        assertThat("userTask_recordHearing").doesNotMatch(GENERATED);
    }

    /** Lines of a file without blank lines, package and imports: what a reader reads. */
    private static List<Integer> lines(List<Path> files) {
        return files.stream()
                .map(file -> (int) read(file)
                        .lines()
                        .filter(line -> !line.isBlank() && !line.matches("(package|import) .*"))
                        .count())
                .toList();
    }

    private static double median(List<Integer> values) {
        var sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
    }

    private static void print(String what, List<Integer> lines) {
        System.out.printf(
                Locale.ROOT,
                "Sizes: %s: %d files, median %.1f lines, longest %d%n",
                what,
                lines.size(),
                lines.isEmpty() ? Double.NaN : median(lines),
                lines.stream().mapToInt(Integer::intValue).max().orElse(0));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
