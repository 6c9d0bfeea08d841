package org.rectification.engine.gate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.web.filter.OncePerRequestFilter;

/** No request is larger than a start may be. A body of unknown length is counted while it is read. */
class BodyLimitFilter extends OncePerRequestFilter {

    static final long LIMIT = 32L * 1024 * 1024;
    private static final String SENTENCE = "提交内容超过 32 MiB 上限。";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > LIMIT) {
            Problems.write(response, 413, SENTENCE);
            return;
        }
        if (request.getContentLengthLong() >= 0) {
            chain.doFilter(request, response);
            return;
        }
        var counted = new CountedRequest(request);
        try {
            chain.doFilter(counted, response);
        } catch (IOException e) {
            if (!counted.exceeded) {
                throw e;
            }
        }
        if (counted.exceeded && !response.isCommitted()) {
            response.reset();
            Problems.write(response, 413, SENTENCE);
        }
    }

    private static final class CountedRequest extends HttpServletRequestWrapper {

        private boolean exceeded;

        CountedRequest(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountedStream(super.getInputStream());
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }

        private final class CountedStream extends ServletInputStream {

            private final ServletInputStream body;
            private long read;

            CountedStream(ServletInputStream body) {
                this.body = body;
            }

            @Override
            public int read() throws IOException {
                int next = body.read();
                count(next < 0 ? 0 : 1);
                return next;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int bytes = body.read(buffer, offset, length);
                count(Math.max(bytes, 0));
                return bytes;
            }

            private void count(int bytes) throws IOException {
                read += bytes;
                if (read > LIMIT) {
                    exceeded = true;
                    throw new IOException("the body is larger than " + LIMIT + " bytes");
                }
            }

            @Override
            public boolean isFinished() {
                return body.isFinished();
            }

            @Override
            public boolean isReady() {
                return body.isReady();
            }

            @Override
            public void setReadListener(ReadListener listener) {
                body.setReadListener(listener);
            }
        }
    }
}
