package org.rectification.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Repository;

/** Files as rows. Content goes in and out one chunk at a time. */
@Repository
class FileStore {

    /** Bytes per row. */
    static final int CHUNK = 1024 * 1024;

    private static final String CARD = "select f.* from rectification.stored_file f ";

    private final JdbcClient jdbc;
    private final Clock clock;

    FileStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(String roundId, String organisationId, FileCard card, InputStream content) throws IOException {
        jdbc.sql(
                        """
                        insert into rectification.stored_file (id, round_id, organisation_id, name, media_type, size, sha256,
                            level, uploaded_by, uploaded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(card.id(), roundId, organisationId, card.name(), card.mediaType(), card.size(), card.sha256())
                .params(card.level().name(), card.uploadedBy(), card.uploadedAt())
                .update();
        var buffer = new byte[CHUNK];
        for (int position = 0, length; (length = content.readNBytes(buffer, 0, CHUNK)) > 0; position++) {
            jdbc.sql("insert into rectification.stored_file_chunk (file_id, position, content) values (?, ?, ?)")
                    .params(card.id(), position, length == CHUNK ? buffer : Arrays.copyOf(buffer, length))
                    .update();
        }
    }

    /** Each chunk by a statement of its own: no connection is held while a slow reader reads. */
    void write(String fileId, OutputStream out) throws IOException {
        for (int position = 0; ; position++) {
            var chunk = jdbc.sql(
                            "select content from rectification.stored_file_chunk where file_id = ? and position = ?")
                    .params(fileId, position)
                    .query((row, number) -> row.getBytes("content"))
                    .optional();
            if (chunk.isEmpty()) {
                return;
            }
            out.write(chunk.get());
        }
    }

    Optional<FileCard> find(String fileId) {
        return jdbc.sql(CARD + "where f.id = ?").param(fileId).query(card()).optional();
    }

    /** One that is about to be used: held until the transaction ends, so that nobody lets it go meanwhile. */
    Optional<FileCard> hold(String fileId, String roundId, String organisationId) {
        return jdbc.sql(CARD + "where f.id = ? and f.round_id = ? and f.organisation_id = ? for key share")
                .params(fileId, roundId, organisationId)
                .query(card())
                .optional();
    }

    List<FileCard> all(Collection<String> fileIds) {
        return jdbc.sql(CARD + "where f.id = any (?) order by f.uploaded_at, f.id")
                .param(fileIds.toArray(String[]::new))
                .query(card())
                .list();
    }

    void attach(String fileId, @Nullable String findingId, @Nullable String villageCode, String purpose) {
        jdbc.sql(
                        """
                        insert into rectification.file_attachment (file_id, finding_id, village_code, purpose, attached_at)
                        values (?, ?, ?, ?, ?) on conflict do nothing""")
                .params(fileId, findingId, villageCode, purpose, OffsetDateTime.now(clock))
                .update();
    }

    /** What decides who may see a file: its case, its uploader, and the findings and villages it belongs to. */
    record Place(
            String roundId,
            String organisationId,
            String uploadedBy,
            List<String> findings,
            List<String> villages,
            boolean ofTheCase) {

        boolean attached() {
            return ofTheCase || !findings.isEmpty();
        }
    }

    Optional<Place> place(String fileId) {
        return jdbc.sql(
                        """
                        select f.round_id, f.organisation_id, f.uploaded_by,
                               array(select a.finding_id from rectification.file_attachment a
                                      where a.file_id = f.id and a.finding_id is not null order by 1) as findings,
                               array(select a.village_code from rectification.file_attachment a
                                      where a.file_id = f.id and a.village_code is not null order by 1) as villages,
                               exists (select from rectification.file_attachment a
                                        where a.file_id = f.id and a.finding_id is null) as of_the_case
                          from rectification.stored_file f where f.id = ?""")
                .param(fileId)
                .query((row, number) -> new Place(
                        row.getString("round_id"),
                        row.getString("organisation_id"),
                        row.getString("uploaded_by"),
                        List.of((String[]) row.getArray("findings").getArray()),
                        List.of((String[]) row.getArray("villages").getArray()),
                        row.getBoolean("of_the_case")))
                .optional();
    }

    /** A file that nothing uses, and whose it is. */
    record Unused(FileCard card, String roundId, String organisationId) {}

    /** The oldest of those uploaded before and used by nothing, locked; what somebody holds is passed over. */
    List<String> lockUnused(OffsetDateTime before, int most) {
        return jdbc.sql(
                        """
                        select f.id from rectification.stored_file f
                         where f.uploaded_at < ? and not rectification.file_in_use(f.id)
                         order by f.uploaded_at, f.id limit ? for update skip locked""")
                .params(before, most)
                .query(String.class)
                .list();
    }

    List<Unused> stillUnused(Collection<String> locked) {
        return jdbc.sql(CARD
                        + "where f.id = any (?) and not rectification.file_in_use(f.id) order by f.uploaded_at, f.id")
                .param(locked.toArray(String[]::new))
                .query((row, number) -> new Unused(
                        card().mapRow(row, number), row.getString("round_id"), row.getString("organisation_id")))
                .list();
    }

    void delete(String fileId) {
        jdbc.sql("delete from rectification.stored_file_chunk where file_id = ?")
                .param(fileId)
                .update();
        jdbc.sql("delete from rectification.stored_file where id = ?")
                .param(fileId)
                .update();
    }

    private RowMapper<FileCard> card() {
        return (row, number) -> new FileCard(
                row.getString("id"),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("sha256"),
                Level.valueOf(row.getString("level")),
                row.getString("uploaded_by"),
                row.getObject("uploaded_at", OffsetDateTime.class)
                        .atZoneSameInstant(clock.getZone())
                        .toOffsetDateTime());
    }
}
