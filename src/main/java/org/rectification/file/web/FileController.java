package org.rectification.file.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rectification.file.FileCard;
import org.rectification.file.FileIds;
import org.rectification.file.Level;
import org.rectification.file.StoredFiles;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Files in and out. Who may not see a case or a file is told that there is none. */
@RestController
@RequestMapping("/api/files")
class FileController {

    private static final int MOST_CARDS = 200;

    private final StoredFiles files;

    FileController(StoredFiles files) {
        this.files = files;
    }

    /**
     * Stores a file of the case, at most 50 MB, checked by content; until it is used somewhere only the uploader sees
     * it. 422 names the file that is not what it claims.
     */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Object> upload(
            @RequestParam String round,
            @RequestParam String organisation,
            @RequestParam(required = false) String level,
            @RequestParam("file") MultipartFile file,
            Principal person)
            throws IOException {
        if (!files.mayUpload(person.getName(), round, organisation)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (file.getSize() > StoredFiles.LARGEST) {
            return ResponseEntity.status(HttpStatus.PAYLOAD_TOO_LARGE).body(Map.of("message", StoredFiles.TOO_LARGE));
        }
        var allowed = Level.of(level);
        try (var content = file.getInputStream()) {
            return ResponseEntity.status(HttpStatus.CREATED)
                    .body(files.upload(
                            person.getName(), round, organisation, file.getOriginalFilename(), allowed, content));
        }
    }

    /** What is known about files, for forms that show what was uploaded before; what may not be seen is left out. */
    @GetMapping
    List<FileCard> cards(@RequestParam String ids, Principal person) {
        return FileIds.parse(ids).stream()
                .limit(MOST_CARDS)
                .map(id -> files.visible(person.getName(), id))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The file itself, for whoever may see what it is attached to. */
    @GetMapping("/{id}")
    void download(@PathVariable String id, Principal person, HttpServletResponse response) throws IOException {
        var card = files.visible(person.getName(), id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        response.setContentType(card.mediaType());
        response.setContentLengthLong(card.size());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(card.name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        files.write(card.id(), response.getOutputStream());
    }

    /** Throws away what the person uploaded and nobody used yet. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable String id, Principal person) {
        if (!files.discard(person.getName(), id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
