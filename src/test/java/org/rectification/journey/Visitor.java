package org.rectification.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.rectification.demo.Papers;
import org.rectification.support.Uploads;

/** Somebody at the application's doors, with a login of the own and nothing else. */
final class Visitor {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int port;
    private final String base;
    private final String id;
    private final String authorization;

    Visitor(int port, String id, String password) {
        this.port = port;
        this.base = "http://127.0.0.1:" + port;
        this.id = id;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((id + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    String id() {
        return id;
    }

    int port() {
        return port;
    }

    Answer get(String path) {
        return send("GET", path, null);
    }

    Answer post(String path, Object content) {
        return send("POST", path, content);
    }

    Answer put(String path, Object content) {
        return send("PUT", path, content);
    }

    /** Uploads a small paper of a case and returns its id. */
    String upload(String roundId, String organisationId, String name) {
        return upload(roundId, organisationId, name + ".pdf", Papers.pdf(name, roundId));
    }

    /** Uploads a small file; returns its id. */
    String upload(String roundId, String organisation, String name, byte[] content) {
        return new Uploads(port, roundId, organisation).file(id, name, content);
    }

    private Answer send(String method, String path, Object content) {
        try {
            var body = content == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(JSON.writeValueAsString(content));
            var request = HttpRequest.newBuilder(URI.create(base + path))
                    .header("Authorization", authorization)
                    .header("Content-Type", "application/json")
                    .method(method, body)
                    .build();
            var response = CLIENT.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), parsed(response.body()), response.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(method + " " + path, e);
        }
    }

    private static JsonNode parsed(String body) throws IOException {
        return body.startsWith("{") || body.startsWith("[") ? JSON.readTree(body) : MissingNode.getInstance();
    }

    /** What came back. */
    record Answer(int status, JsonNode json, String body) {

        /** @throws AssertionError when the door said anything else */
        Answer expect(int expected) {
            if (status != expected) {
                throw new AssertionError("expected " + expected + " but was " + status + ": " + body);
            }
            return this;
        }
    }
}
