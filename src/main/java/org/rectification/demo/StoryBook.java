package org.rectification.demo;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the invented round. */
@Component
@Profile("demo")
class StoryBook {

    private final ObjectMapper json;
    private final Resource file;

    StoryBook(ObjectMapper json, @Value("classpath:demo/round.yaml") Resource file) {
        // Most findings are neither immediate nor a key concern; the file does not say so sixty times.
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        this.file = file;
    }

    Story read() {
        try (InputStream in = file.getInputStream()) {
            // Plain maps, lists and strings only: the file never names a class.
            Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return json.convertValue(content, Story.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
