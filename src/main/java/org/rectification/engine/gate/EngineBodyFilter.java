package org.rectification.engine.gate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers a body that the engine's REST classes stumble over with a server error: no object at all, or a variable that is
 * none. What is well formed passes unread; an empty body is an empty object.
 */
class EngineBodyFilter extends OncePerRequestFilter {

    private static final Set<String> WRITING = Set.of("POST", "PUT");
    private static final byte[] EMPTY = {'{', '}'};
    private static final JsonFactory JSON = new JsonFactory();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!WRITING.contains(request.getMethod()) || !mayBeJson(request.getContentType())) {
            chain.doFilter(request, response);
            return;
        }
        var body = request.getInputStream().readAllBytes();
        if (isBlank(body)) {
            body = EMPTY;
        }
        if (isWellFormed(body)) {
            chain.doFilter(new ReadRequest(request, body), response);
        } else {
            Problems.write(response, HttpServletResponse.SC_BAD_REQUEST, "提交内容不是有效的数据。");
        }
    }

    private static boolean mayBeJson(String contentType) {
        return contentType == null || contentType.contains("json");
    }

    private static boolean isBlank(byte[] body) {
        var at = 0;
        while (at < body.length && Character.isWhitespace(body[at])) {
            at++;
        }
        return at == body.length;
    }

    private static boolean isWellFormed(byte[] body) throws IOException {
        try (var parser = JSON.createParser(body)) {
            var first = parser.nextToken();
            if (first == JsonToken.START_ARRAY) {
                parser.skipChildren();
            } else if (first != JsonToken.START_OBJECT || !isRequest(parser)) {
                return false;
            }
            return parser.nextToken() == null;
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static boolean isRequest(JsonParser parser) throws IOException {
        for (var field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
            var value = parser.nextToken();
            if (field.equals("variables") && value == JsonToken.START_OBJECT) {
                if (!areVariables(parser)) {
                    return false;
                }
            } else if (field.equals("startInstructions") && value == JsonToken.START_ARRAY) {
                // Nobody starts in the middle; the engine would silently ignore them in a submitted form.
                if (parser.nextToken() != JsonToken.END_ARRAY) {
                    return false;
                }
            } else {
                parser.skipChildren();
            }
        }
        return true;
    }

    private static boolean areVariables(JsonParser parser) throws IOException {
        while (parser.nextFieldName() != null) {
            if (parser.nextToken() != JsonToken.START_OBJECT || !isVariable(parser)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isVariable(JsonParser parser) throws IOException {
        var good = true;
        for (var field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
            parser.nextToken();
            if (field.equals("type") && parser.currentToken() == JsonToken.VALUE_STRING) {
                good &= !parser.getText().isEmpty() && !parser.getText().equalsIgnoreCase("file");
            } else if (field.equals("valueInfo") && parser.currentToken() == JsonToken.START_OBJECT) {
                good &= isValueInfo(parser);
            } else {
                parser.skipChildren();
            }
        }
        return good;
    }

    private static boolean isValueInfo(JsonParser parser) throws IOException {
        var good = true;
        for (var field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
            var value = parser.nextToken();
            good &= !field.equals("transient") || value.isBoolean();
            parser.skipChildren();
        }
        return good;
    }

    /** The request with its body to be read once more. */
    private static final class ReadRequest extends HttpServletRequestWrapper {

        private final byte[] body;

        ReadRequest(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public int getContentLength() {
            return body.length;
        }

        @Override
        public long getContentLengthLong() {
            return body.length;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new Replay(new ByteArrayInputStream(body));
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class Replay extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Replay(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            return bytes.read(buffer, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("the body is here already");
        }
    }
}
