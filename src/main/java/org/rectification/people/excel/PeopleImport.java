package org.rectification.people.excel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rectification.people.Change;
import org.rectification.people.PeopleList;
import org.rectification.people.PeopleLists;
import org.rectification.people.PeopleLists.Applied;
import org.rectification.people.PeopleLists.Newcomer;
import org.rectification.people.RegisterReader;
import org.rectification.privacy.PersonalDataGuard;
import org.rectification.refusal.Refusal;
import org.rectification.workbook.RowError;
import org.rectification.workbook.Workbooks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The import of people. A preview carries everything out in a transaction and takes it back, so that it tells exactly
 * what will change, down to the findings that get other people.
 */
@Service
public class PeopleImport {

    private static final String UNREADABLE = "文件不能识别：请使用下载的模板（.xlsx）填写后上传。";

    private final PeopleSheets sheets;
    private final RegisterReader reader;
    private final PeopleLists lists;
    private final PersonalDataGuard personalData;
    private final TransactionTemplate transaction;

    PeopleImport(
            PeopleSheets sheets,
            RegisterReader reader,
            PeopleLists lists,
            PersonalDataGuard personalData,
            PlatformTransactionManager transactions) {
        this.personalData = personalData;
        this.sheets = sheets;
        this.reader = reader;
        this.lists = lists;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @param errors all of them, none when the file may be confirmed
     * @param fingerprint of the changes, to confirm exactly these; null when there are errors
     */
    public record Preview(boolean valid, List<RowError> errors, List<Change> changes, String fingerprint) {

        static Preview refused(List<RowError> errors) {
            return new Preview(false, errors, List.of(), null);
        }
    }

    /** @param newcomers their first passwords are told here and nowhere else */
    public record Result(List<Change> changes, List<Newcomer> newcomers) {}

    /** Nothing is stored. */
    public Preview preview(byte[] file, String actor) {
        var workbook = read(file);
        if (!workbook.errors().isEmpty()) {
            return Preview.refused(workbook.errors());
        }
        try {
            var applied = transaction.execute(status -> {
                status.setRollbackOnly();
                return lists.apply(actor, workbook.list());
            });
            return new Preview(true, List.of(), applied.changes(), fingerprint(applied));
        } catch (Refusal refusal) {
            return Preview.refused(refusal.violations().stream()
                    .map(violation -> new RowError(PeopleSheets.PEOPLE, 0, null, violation.message()))
                    .toList());
        }
    }

    /**
     * Takes the list over in one transaction.
     *
     * @param fingerprint of the preview that was confirmed
     * @throws Refusal when the file has errors, or would change something else than was shown
     */
    public Result confirm(byte[] file, String fingerprint, String actor) {
        var workbook = read(file);
        Refusal.ifAny(workbook.errors().stream()
                .map(error -> new Refusal.Violation("file", error.message()))
                .toList());
        var applied = transaction.execute(status -> {
            var done = lists.apply(actor, workbook.list());
            if (!fingerprint(done).equals(fingerprint)) {
                throw Refusal.of("fingerprint", "登记情况在核对以后有了变化，请重新上传核对。");
            }
            personalData.register(actor, words(workbook.list()));
            return done;
        });
        return new Result(applied.changes(), applied.newcomers());
    }

    public byte[] template() {
        return sheets.template().file();
    }

    /** What is registered, in the columns of the template: changed and uploaded again it is an import. */
    public byte[] register() {
        return sheets.template()
                .file(Map.of(
                        PeopleSheets.ORGANISATIONS, words(PeopleSheets.ORGANISATIONS, reader.organisations()),
                        PeopleSheets.VILLAGES, words(PeopleSheets.VILLAGES, reader.villages()),
                        PeopleSheets.PEOPLE,
                                words(
                                        PeopleSheets.PEOPLE,
                                        reader.people().stream()
                                                .filter(row -> PeopleSheets.ACTIVE.equals(row.get("state")))
                                                .toList()),
                        PeopleSheets.DUTIES, words(PeopleSheets.DUTIES, reader.duties()),
                        PeopleSheets.CONTACTS, words(PeopleSheets.CONTACTS, reader.contacts())));
    }

    /** What people may have written too much into; the office's telephone and mail addresses are asked for. */
    private static Map<String, List<String>> words(PeopleList list) {
        return Map.of(
                "organisations",
                list.organisations().stream().map(PeopleList.Organisation::name).toList(),
                "villages",
                list.villages().stream()
                        .flatMap(village -> Stream.of(village.name(), village.branch()))
                        .toList(),
                "people",
                list.people().stream()
                        .flatMap(person -> Stream.of(person.name(), person.office()))
                        .toList(),
                "contacts",
                list.contacts().stream()
                        .flatMap(contact -> Stream.of(contact.office(), contact.contact()))
                        .toList());
    }

    private List<Map<String, String>> words(String sheet, List<Map<String, String>> rows) {
        return rows.stream()
                .map(row -> row.entrySet().stream()
                        .filter(field -> field.getValue() != null)
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, field -> sheets.word(sheet, field.getKey(), field.getValue()))))
                .toList();
    }

    private PeopleWorkbook read(byte[] file) {
        try (var workbook = Workbooks.open(file)) {
            return new PeopleWorkbook(sheets, workbook, reader.registered(), reader.today(), personalData.refuses());
        } catch (IOException | RuntimeException e) {
            // The library says in a dozen ways that a file is not what it claims to be; to a person it is one.
            throw Refusal.of("file", UNREADABLE);
        }
    }

    private static String fingerprint(Applied applied) {
        try {
            var text = applied.changes().stream().map(Change::toString).collect(Collectors.joining("\n"));
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
