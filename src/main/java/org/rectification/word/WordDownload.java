package org.rectification.word;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** Hands a Word document to a browser. */
public final class WordDownload {

    private WordDownload() {}

    /** Writes the document. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** @param name of the file, without its ending */
    public static void send(HttpServletResponse response, String name, Content content) throws IOException {
        response.setContentType(Paper.MEDIA_TYPE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + ".docx", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        content.writeTo(response.getOutputStream());
    }
}
