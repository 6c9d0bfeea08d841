package org.rectification.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Knocks at both of the engine's doors: {@code /engine-rest} with a login per request, the web applications' API with a session. */
public final class Browserless {

    public static final String REST = "/engine-rest";
    public static final String WEB = "/camunda/api/engine/engine/default";

    private static final String JSON = "application/json";

    private final String base;
    private final String login;
    private final String password;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private String token = "";

    public Browserless(int port, String login, String password) {
        this.base = "http://127.0.0.1:" + port;
        this.login = login;
        this.password = password;
    }

    /** Logs in to Tasklist as the browser does: fetch the page for a token, then send the form. */
    public Browserless loggedIn() {
        var first = send("GET", "/camunda/app/tasklist/default/", null, null);
        token = first.headers().firstValue("X-XSRF-TOKEN").orElse("");
        var form = "username=" + URLEncoder.encode(login, StandardCharsets.UTF_8) + "&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8);
        var answer = send(
                "POST",
                "/camunda/api/admin/auth/user/default/login/tasklist",
                form,
                "application/x-www-form-urlencoded");
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("no login: " + answer.statusCode() + " " + answer.body());
        }
        var after = send("GET", "/camunda/app/tasklist/default/", null, null);
        token = after.headers().firstValue("X-XSRF-TOKEN").orElse(token);
        return this;
    }

    /**
     * Sends to a path below one of the doors.
     *
     * @param door {@link #REST} or {@link #WEB}
     */
    public HttpResponse<String> at(String door, String method, String path, String json) {
        return send(method, door + path, json, json == null ? null : JSON);
    }

    /** Posts JSON without saying how long it is. */
    public HttpResponse<String> streamed(String path, String json) {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        return exchange("POST", path, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)), JSON);
    }

    public HttpResponse<String> send(String method, String path, String body, String contentType) {
        return exchange(
                method, path, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body), contentType);
    }

    private HttpResponse<String> exchange(String method, String path, BodyPublisher body, String contentType) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).method(method, body);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        if (path.startsWith("/camunda")) {
            request.header("X-XSRF-TOKEN", token.isEmpty() ? "none" : token);
        } else {
            var basic = Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + basic);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
