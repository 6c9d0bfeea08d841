package org.rectification.engine.gate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * No request is larger than its door allows: a start, an Excel workbook, a file for the file store. A body of unknown length
 * is counted while it is read.
 */
class BodyLimitFilter extends OncePerRequestFilter {

    static final long LIMIT = 32L * 1024 * 1024;

    /** A file for the file store and what a form puts around it. */
    static final long FILE_LIMIT = 50L * 1024 * 1024 + 64 * 1024;

    /** Any other upload is an Excel workbook, which is unpacked in memory. */
    static final long WORKBOOK_LIMIT = 11L * 1024 * 1024;

    private static final Map<Long, String> SENTENCES = Map.of(
            LIMIT, "提交内容超过 32 MiB 上限。",
            FILE_LIMIT, "单个文件不得超过50MB，请压缩或拆分后上传。",
            WORKBOOK_LIMIT, "上传的表格不得超过10MB。");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var limit = limitOf(request);
        if (request.getContentLengthLong() > limit) {
            Problems.write(response, 413, SENTENCES.get(limit));
            return;
        }
        if (request.getContentLengthLong() >= 0) {
            chain.doFilter(request, response);
            return;
        }
        var counted = new CountedRequest(request, limit);
        try {
            chain.doFilter(counted, response);
        } catch (IOException | ServletException e) {
            if (!counted.exceeded) {
                throw e;
            }
        }
        if (counted.exceeded && !response.isCommitted()) {
            response.reset();
            Problems.write(response, 413, SENTENCES.get(limit));
        }
    }

    private static long limitOf(HttpServletRequest request) {
        if (request.getServletPath().equals("/api/files")) {
            return FILE_LIMIT;
        }
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/") ? WORKBOOK_LIMIT : LIMIT;
    }

    private final class CountedRequest extends HttpServletRequestWrapper {

        private final long limit;
        private boolean exceeded;

        CountedRequest(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountedStream(super.getInputStream());
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }

        /** The container reads the parts of an upload past the stream above, up to the largest limit there is. */
        @Override
        public Collection<Part> getParts() throws IOException, ServletException {
            try {
                var parts = super.getParts();
                if (parts.stream().mapToLong(Part::getSize).sum() <= limit) {
                    return parts;
                }
            } catch (IllegalStateException e) {
                logger.debug("the container read no further", e);
            }
            exceeded = true;
            throw new IOException("the body is larger than " + limit + " bytes");
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
                if (read > limit) {
                    exceeded = true;
                    throw new IOException("the body is larger than " + limit + " bytes");
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
