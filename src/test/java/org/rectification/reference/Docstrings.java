package org.rectification.reference;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/** What the sources say about classes, methods and the components of records, as the JDK's own compiler reads it. */
final class Docstrings {

    private static final Path SOURCES = Path.of("src", "main", "java");

    private final Map<String, String> texts = new HashMap<>();
    private final Set<String> read = new HashSet<>();

    /** @return empty where the class has none */
    String of(Class<?> type) {
        return text(type, type.getName());
    }

    String of(Class<?> type, String method) {
        return text(type, type.getName() + "#" + method);
    }

    /** What the class says about a component of the record. */
    String ofComponent(Class<?> type, String component) {
        return text(type, type.getName() + "@" + component);
    }

    private String text(Class<?> type, String key) {
        var file = SOURCES.resolve(type.getName().replaceFirst("\\$.*", "").replace('.', '/') + ".java");
        if (Files.exists(file) && read.add(file.toString())) {
            parse(file);
        }
        return texts.getOrDefault(key, "");
    }

    private void parse(Path file) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask)
                    compiler.getTask(null, files, null, List.of("-proc:none"), null, files.getJavaFileObjects(file));
            var trees = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new Reader(trees, unit).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Reader extends TreePathScanner<Void, Void> {

        private final DocTrees trees;
        private final String room;
        private final ArrayDeque<String> classes = new ArrayDeque<>();

        Reader(DocTrees trees, CompilationUnitTree unit) {
            this.trees = trees;
            this.room = unit.getPackageName() + ".";
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            classes.addLast(type.getSimpleName().toString());
            keep(name());
            super.visitClass(type, nothing);
            classes.removeLast();
            return null;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            keep(name() + "#" + method.getName());
            return null;
        }

        private String name() {
            return room + String.join("$", classes);
        }

        private void keep(String key) {
            var doc = trees.getDocCommentTree(getCurrentPath());
            if (doc == null) {
                return;
            }
            texts.put(key, plain(doc));
            doc.getBlockTags().forEach(tag -> {
                if (tag instanceof ParamTree param) {
                    texts.put(key + "@" + param.getName(), plain(param.getDescription()));
                }
            });
        }
    }

    private static String plain(DocCommentTree doc) {
        return plain(doc.getFullBody());
    }

    private static String plain(List<? extends DocTree> parts) {
        return parts.stream()
                .map(Docstrings::plain)
                .collect(Collectors.joining())
                .replaceAll("<[^>]+>", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String plain(DocTree part) {
        if (part instanceof LinkTree link) {
            return link.getLabel().isEmpty()
                    ? link.getReference().getSignature().replace('#', ' ').strip()
                    : plain(link.getLabel());
        }
        return part instanceof LiteralTree literal ? literal.getBody().getBody() : part.toString();
    }
}
