package org.rectification.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rectification.people.Role;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * What the rules need to know about the code, found without starting it.
 *
 * @param beans Spring beans by name
 * @param glue delegates and listeners that a model should use
 * @param constants values of the classes that name a process's elements, by {@code Class.FIELD}
 * @param sources Java sources by file name
 * @param groups the engine's groups; true for those of supervising bodies
 */
record Code(
        Map<String, Class<?>> beans,
        Set<Class<?>> glue,
        Map<String, String> constants,
        Map<String, String> sources,
        Map<String, Boolean> groups) {

    private static final String BASE = "org.rectification";
    private static final Path SOURCES = Path.of("src/main/java");

    static Code ofProduct() {
        return new Code(findBeans(), findGlue(), findConstants(), findSources(), groupsOfRoles());
    }

    static Map<String, Boolean> groupsOfRoles() {
        var groups = new TreeMap<String, Boolean>();
        groups.put("camunda-admin", true);
        for (Role role : Role.values()) {
            groups.put(role.group(), role.supervises());
        }
        return groups;
    }

    private static Map<String, Class<?>> findBeans() {
        var names = new AnnotationBeanNameGenerator();
        var beans = new TreeMap<String, Class<?>>();
        var scanner = new ClassPathScanningCandidateComponentProvider(true);
        mainClasses(scanner).forEach(definition -> {
            beans.put(names.generateBeanName(definition, null), load(definition));
            if (definition instanceof AnnotatedBeanDefinition annotated) {
                annotated
                        .getMetadata()
                        .getAnnotatedMethods(Bean.class.getName())
                        .forEach(method -> {
                            var declared = method.getAnnotationAttributes(Bean.class.getName());
                            var given = declared == null ? new String[0] : (String[]) declared.get("name");
                            var type = ClassUtils.resolveClassName(
                                    method.getReturnTypeName(), Code.class.getClassLoader());
                            beans.put(given.length == 0 ? method.getMethodName() : given[0], type);
                        });
            }
        });
        return beans;
    }

    /** The engine package may register listeners of its own with the whole engine; all others belong to a model. */
    private static Set<Class<?>> findGlue() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        Stream.of(JavaDelegate.class, TaskListener.class, ExecutionListener.class)
                .forEach(type -> scanner.addIncludeFilter(new AssignableTypeFilter(type)));
        return mainClasses(scanner)
                .<Class<?>>map(Code::load)
                .filter(type -> !type.getPackageName().startsWith(BASE + ".engine"))
                .collect(Collectors.toSet());
    }

    private static Map<String, String> findConstants() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*\\.process\\.\\w+Process")));
        return mainClasses(scanner)
                .map(Code::load)
                .flatMap(type -> constantsOf(type).entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static Map<String, String> constantsOf(Class<?> type) {
        var found = new LinkedHashMap<String, String>();
        Arrays.stream(type.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
                .forEach(field -> {
                    field.setAccessible(true);
                    try {
                        found.put(type.getSimpleName() + "." + field.getName(), (String) field.get(null));
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                });
        return found;
    }

    private static Map<String, String> findSources() {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(path -> path.toString().endsWith(".java"))
                    .collect(Collectors.toMap(
                            path -> path.getFileName().toString(),
                            Models::text,
                            (first, second) -> first + "\n" + second,
                            TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Classes of the product, not those of its tests, which lie on the same class path. */
    private static Stream<BeanDefinition> mainClasses(ClassPathScanningCandidateComponentProvider scanner) {
        return scanner.findCandidateComponents(BASE).stream().filter(definition -> {
            var source = load(definition).getProtectionDomain().getCodeSource();
            return source != null && !source.getLocation().getPath().endsWith("/test-classes/");
        });
    }

    private static Class<?> load(BeanDefinition definition) {
        return ClassUtils.resolveClassName(String.valueOf(definition.getBeanClassName()), Code.class.getClassLoader());
    }
}
