package org.rectification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployableResourcesTest {

    private static final List<String> FILES = List.of(
            "bpmn/",
            "bpmn/a.bpmn",
            "bpmn/b.dmn",
            "bpmn/.bpmnlintrc",
            "forms/",
            "forms/c.form",
            "forms/d.html",
            "forms/e.css");

    private static final String[] NAMES = {"bpmn/a.bpmn", "bpmn/b.dmn", "forms/c.form", "forms/d.html"};

    @TempDir
    private Path folder;

    @Test
    void namesAreTheSameFromAFolder() throws IOException {
        assertThat(namesIn(exploded())).containsExactly(NAMES);
    }

    @Test
    void namesAreTheSameFromAJar() throws IOException {
        assertThat(namesIn(packaged())).containsExactly(NAMES);
    }

    @Test
    void theSameNameInTwoPlacesIsAFault() throws IOException {
        assertThatThrownBy(() -> namesIn(exploded(), packaged()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("bpmn/a.bpmn is there twice");
    }

    private static List<String> namesIn(Path... places) throws IOException {
        URL[] urls = new URL[places.length];
        for (int i = 0; i < places.length; i++) {
            urls[i] = places[i].toUri().toURL();
        }
        try (URLClassLoader loader = new URLClassLoader(urls, null)) {
            return List.copyOf(DeployableResources.of(loader).byName().keySet());
        }
    }

    private Path exploded() throws IOException {
        Path root = folder.resolve("classes");
        for (String file : FILES) {
            if (file.endsWith("/")) {
                Files.createDirectories(root.resolve(file));
            } else {
                Files.writeString(root.resolve(file), "x");
            }
        }
        return root;
    }

    private Path packaged() throws IOException {
        Path jar = folder.resolve("application.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file)) {
            for (String name : FILES) {
                entries.putNextEntry(new JarEntry(name));
                entries.write("x".substring(name.endsWith("/") ? 1 : 0).getBytes(StandardCharsets.UTF_8));
                entries.closeEntry();
            }
        }
        return jar;
    }
}
