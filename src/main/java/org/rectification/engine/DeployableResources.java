package org.rectification.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The models and forms on the class path under names that do not depend on how the class path is stored: {@code
 * bpmn/x.bpmn} and {@code forms/x.form}, from folders as from a jar. Form keys refer to these names.
 */
final class DeployableResources {

    private static final String[][] FOLDERS = {
        {"bpmn", "bpmn"}, {"bpmn", "dmn"}, {"forms", "form"}, {"forms", "html"},
    };

    private final PathMatchingResourcePatternResolver resolver;

    private DeployableResources(PathMatchingResourcePatternResolver resolver) {
        this.resolver = resolver;
    }

    static DeployableResources of(ClassLoader loader) {
        return new DeployableResources(new PathMatchingResourcePatternResolver(loader));
    }

    /** @throws IllegalStateException when two places of the class path hold a resource of the same name */
    SortedMap<String, Resource> byName() {
        SortedMap<String, Resource> found = new TreeMap<>();
        for (String[] folder : FOLDERS) {
            for (Resource resource : list("classpath*:" + folder[0] + "/*." + folder[1])) {
                String name = folder[0] + "/" + resource.getFilename();
                Resource other = found.put(name, resource);
                if (other != null) {
                    throw new IllegalStateException(name + " is there twice: " + other + " and " + resource);
                }
            }
        }
        return found;
    }

    private Resource[] list(String pattern) {
        try {
            return resolver.getResources(pattern);
        } catch (IOException e) {
            throw new UncheckedIOException("The class path cannot be listed for " + pattern, e);
        }
    }
}
