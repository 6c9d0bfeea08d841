package org.rectification.people;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The workbook 人员和分工 as an administrator fills it in. */
public final class PeopleBook {

    private final XSSFWorkbook workbook;

    public PeopleBook(byte[] template) {
        try {
            workbook = new XSSFWorkbook(new ByteArrayInputStream(template));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A row in the order of the template's columns; null leaves a cell empty. */
    public PeopleBook row(String sheet, String... values) {
        var target = workbook.getSheet(sheet);
        var row = target.createRow(target.getLastRowNum() + 1);
        for (int index = 0; index < values.length; index++) {
            if (values[index] != null) {
                row.createCell(index).setCellValue(values[index]);
            }
        }
        return this;
    }

    public PeopleBook organisation(String code, String name) {
        return row("单位", code, name);
    }

    public PeopleBook village(String organisation, String code, String name) {
        return row("村居", organisation, code, name, name + "党支部");
    }

    public PeopleBook person(String id, String name, String office, String organisation, String state) {
        return row("人员", id, name, office, organisation, state);
    }

    public PeopleBook duty(String id, String role, String village, String area, String since) {
        return row("分工", id, role, village, area, since);
    }

    public PeopleBook contact(String organisation, String body, String office, String contact, String phone) {
        return row("对接联系人", organisation, body, office, contact, phone);
    }

    public PeopleBook change(Consumer<XSSFWorkbook> change) {
        change.accept(workbook);
        return this;
    }

    public byte[] file() {
        try (var out = new ByteArrayOutputStream()) {
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
