package org.rectification.round.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads JSON as RFC 8259 has it and no more: UTF-8, no name twice, nothing after the end, and never more than a bounded
 * amount of memory for a bounded amount of text.
 */
final class StrictJson {

    private static final int DEEPEST = 12;
    private static final int MOST_TOKENS = 3_000_000;
    private static final int LONGEST_NAME = 1_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(1_000)
                    .maxTokenCount(MOST_TOKENS)
                    .maxNameLength(LONGEST_NAME)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            // Names come from strangers: they must not stay behind in a cache of the whole application.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private final Problems problems;

    StrictJson(Problems problems) {
        this.problems = problems;
    }

    /** The text as a tree; missing when it is no JSON, with the problem noted. */
    JsonNode read(byte[] utf8) {
        try {
            return read(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString());
        } catch (CharacterCodingException e) {
            problems.add("", "round", "encoding");
            return MissingNode.getInstance();
        }
    }

    /** As {@link #read(byte[])}, of text that is decoded already. */
    JsonNode read(String text) {
        try (var parser = FACTORY.createParser(text)) {
            return document(parser);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory cannot fail", e);
        }
    }

    private JsonNode document(JsonParser parser) throws IOException {
        try {
            if (parser.nextToken() == null) {
                problems.add("", "round", "empty");
                return MissingNode.getInstance();
            }
            var tree = value(parser, 1);
            if (tree.isMissingNode()) {
                return tree;
            }
            if (parser.nextToken() != null) {
                problems.add("", "round", "trailing");
                return MissingNode.getInstance();
            }
            return tree;
        } catch (StreamConstraintsException e) {
            problems.add(here(parser), "round", "tooMuch");
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            problems.add(here(parser), "round", "syntax", at.getLineNr(), at.getColumnNr());
        }
        return MissingNode.getInstance();
    }

    private JsonNode value(JsonParser parser, int depth) throws IOException {
        if (depth > DEEPEST) {
            problems.add(here(parser), "round", "tooDeep", DEEPEST);
            return MissingNode.getInstance();
        }
        var token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(parser, depth);
            case START_ARRAY -> array(parser, depth);
            case VALUE_STRING -> TextNode.valueOf(parser.getText());
            case VALUE_TRUE, VALUE_FALSE -> BooleanNode.valueOf(token == JsonToken.VALUE_TRUE);
            case VALUE_NULL -> NullNode.getInstance();
            // No field of a round is a number; that it is one is all that the rules need to know.
            default -> IntNode.valueOf(0);
        };
    }

    private JsonNode object(JsonParser parser, int depth) throws IOException {
        var object = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            if (object.has(name)) {
                problems.add(here(parser), name, "duplicate");
            }
            parser.nextToken();
            var child = value(parser, depth + 1);
            if (child.isMissingNode()) {
                return child;
            }
            object.set(name, child);
        }
        return object;
    }

    private JsonNode array(JsonParser parser, int depth) throws IOException {
        var array = JsonNodeFactory.instance.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            var child = value(parser, depth + 1);
            if (child.isMissingNode()) {
                return child;
            }
            array.add(child);
        }
        return array;
    }

    private static String here(JsonParser parser) {
        return Pointers.printable(parser.getParsingContext().pathAsPointer().toString());
    }
}
