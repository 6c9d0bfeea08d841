package org.rectification.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rectification.people.Visibility;
import org.rectification.privacy.PersonalDataGuard;
import org.rectification.refusal.Refusal;
import org.rectification.trail.Trail;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The file store. A file belongs to a case (round and organisation); it is visible to its uploader alone until it is
 * attached, and then to whoever sees the finding, the village or the organisation as a whole that it is attached to. This is
 * the one place that decides who reads a file.
 */
@Service
public class StoredFiles {

    /** Largest file, in bytes. */
    public static final long LARGEST = 50L * 1024 * 1024;

    /** The sentence for a file above {@link #LARGEST}. */
    public static final String TOO_LARGE = "单个文件不得超过50MB，请压缩或拆分后上传。";

    private final FileStore store;
    private final Visibility visibility;
    private final PersonalDataGuard personalData;
    private final UploadQuota quota;
    private final Trail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StoredFiles(
            FileStore store,
            Visibility visibility,
            PersonalDataGuard personalData,
            UploadQuota quota,
            Trail trail,
            TransactionTemplate transaction,
            Clock clock) {
        this.personalData = personalData;
        this.store = store;
        this.visibility = visibility;
        this.quota = quota;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Stores a file. It is kept aside on disk until its last byte has come and its content has been looked into, so that no
     * transaction waits for a slow sender. Does not ask whether the actor may see the case: doors do, by {@link #mayUpload}.
     *
     * @param name as the sender calls it; folders in front of it are dropped
     * @throws Refusal naming the file when it is empty, larger than {@link #LARGEST}, not what its name says, or more than
     *     the actor may upload on one day
     */
    public FileCard upload(
            String actor, String roundId, String organisationId, String name, Level level, InputStream content) {
        var readable = FileName.demand(name);
        personalData.fileName(readable);
        Path aside = null;
        try {
            aside = Files.createTempFile("upload", ".part");
            var digest = MessageDigest.getInstance("SHA-256");
            var size = copy(new DigestInputStream(content, digest), aside, readable);
            var card = new FileCard(
                    UUID.randomUUID().toString(),
                    readable,
                    FileInspection.demand(readable, aside).mediaType(),
                    size,
                    HexFormat.of().formatHex(digest.digest()),
                    level,
                    actor,
                    OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS));
            insert(roundId, organisationId, card, aside);
            return card;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } finally {
            discard(aside);
        }
    }

    private static long copy(InputStream content, Path aside, String name) throws IOException {
        long size = 0;
        try (var out = Files.newOutputStream(aside)) {
            var buffer = new byte[64 * 1024];
            for (int length; (length = content.read(buffer)) >= 0; size += length) {
                if (size + length > LARGEST) {
                    throw Refusal.of("file", "文件“" + name + "”过大：" + TOO_LARGE);
                }
                out.write(buffer, 0, length);
            }
        }
        if (size == 0) {
            throw Refusal.of("file", "文件“" + name + "”是空文件，请核对后重新上传。");
        }
        return size;
    }

    private void insert(String roundId, String organisationId, FileCard card, Path aside) {
        transaction.executeWithoutResult(status -> {
            quota.take(card.uploadedBy(), card.name(), card.size());
            try (var content = Files.newInputStream(aside)) {
                store.insert(roundId, organisationId, card, content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            trail.organisation(card.uploadedBy(), roundId, organisationId, "FILE_UPLOADED", facts(card));
            var hits = personalData.fileName(card.name());
            if (!hits.isEmpty()) {
                personalData.warn(card.uploadedBy(), roundId, organisationId, null, hits);
            }
        });
    }

    static Map<String, Object> facts(FileCard card) {
        return Map.of(
                "file_id",
                card.id(),
                "name",
                card.name(),
                "sha256",
                card.sha256(),
                "level",
                card.level().name());
    }

    private static void discard(@Nullable Path aside) {
        try {
            if (aside != null) {
                Files.deleteIfExists(aside);
            }
        } catch (IOException e) {
            aside.toFile().deleteOnExit();
        }
    }

    /**
     * The file, for a use that begins now: held until the transaction ends.
     *
     * @throws Refusal when there is no such file in this case
     */
    public FileCard demand(String fileId, String roundId, String organisationId) {
        return store.hold(fileId, roundId, organisationId)
                .orElseThrow(() -> Refusal.of("file", "所附文件不存在或不属于本单位，请重新上传。"));
    }

    /**
     * Makes the file part of a finding, or of the case as a whole; repeating it changes nothing.
     *
     * @param findingId null for the case as a whole
     * @param purpose what it is for, a code
     */
    @Transactional
    public void attach(String fileId, @Nullable String findingId, String purpose) {
        store.attach(fileId, findingId, null, purpose);
    }

    /**
     * Makes the file part of the case as a paper about one village: besides those who see the case as a whole, whoever
     * answers for that village reads it, whoever uploaded it. Repeating it changes nothing.
     *
     * @param villageCode of a village of the file's case
     * @param purpose what it is for, a code
     */
    @Transactional
    public void attachToVillage(String fileId, String villageCode, String purpose) {
        store.attach(fileId, null, villageCode, purpose);
    }

    /** Writes the content; nothing for an unknown file. Holds one chunk in memory at a time. */
    public void write(String fileId, OutputStream out) {
        try {
            store.write(fileId, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of the files that exist, earliest upload first. */
    public List<FileCard> cards(Collection<String> fileIds) {
        return fileIds.isEmpty() ? List.of() : store.all(fileIds);
    }

    public boolean mayUpload(String person, String roundId, String organisationId) {
        return visibility.seesCase(person, roundId, organisationId);
    }

    /** The file if the person may see it. */
    public Optional<FileCard> visible(String person, String fileId) {
        return store.place(fileId).filter(place -> sees(person, place)).flatMap(place -> store.find(fileId));
    }

    private boolean sees(String person, FileStore.Place place) {
        if (!visibility.seesCase(person, place.roundId(), place.organisationId())) {
            return false;
        }
        return person.equals(place.uploadedBy())
                || place.findings().stream().anyMatch(finding -> visibility.seesFinding(person, finding))
                || place.ofTheCase() && seesOfTheCase(person, place);
    }

    /**
     * Minutes and signed sheets of the case are not for those who answer for a village or a finding only, except what is
     * about their own village.
     */
    private boolean seesOfTheCase(String person, FileStore.Place place) {
        var scope = visibility.scopeOf(person);
        return switch (scope.reach()) {
            case COUNTY, TEAM, ORGANISATION -> true;
            case VILLAGES -> place.villages().stream().anyMatch(scope.villages()::contains);
            case OWN, NOTHING -> false;
        };
    }

    /**
     * Throws away what the person uploaded and nobody used.
     *
     * @return whether there was such a file
     */
    @Transactional
    public boolean discard(String person, String fileId) {
        var place = store.place(fileId);
        if (place.isEmpty()
                || place.get().attached()
                || !place.get().uploadedBy().equals(person)) {
            return false;
        }
        var card = store.find(fileId).orElseThrow();
        store.delete(fileId);
        trail.organisation(person, place.get().roundId(), place.get().organisationId(), "FILE_DISCARDED", facts(card));
        return true;
    }
}
