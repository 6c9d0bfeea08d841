package org.rectification.people.excel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.Workbook;
import org.rectification.people.MailAddresses;
import org.rectification.people.PeopleList;
import org.rectification.people.PeopleList.Contact;
import org.rectification.people.PeopleList.Organisation;
import org.rectification.people.PeopleList.Village;
import org.rectification.people.PersonEntry;
import org.rectification.people.PersonEntry.DutyEntry;
import org.rectification.people.Registered;
import org.rectification.people.Role;
import org.rectification.privacy.PersonalData;
import org.rectification.workbook.Column;
import org.rectification.workbook.RowError;
import org.rectification.workbook.SheetRows;
import org.springframework.lang.Nullable;

/** A filled-in workbook turned into a list of people, with everything that is wrong in it, row by row. */
final class PeopleWorkbook {

    private static final String CODE = "[a-z0-9-]{1,48}";
    private static final int NAME = 64;
    private static final int SHORT = 32;

    private final PeopleSheets plan;
    private final Registered registered;
    private final LocalDate today;
    private final boolean refusesPersonalData;
    private final List<RowError> errors = new ArrayList<>();
    private final SheetRows rows;

    private final Map<String, Organisation> organisations = new LinkedHashMap<>();
    private final Map<String, Village> villages = new LinkedHashMap<>();
    private final Map<String, Line> people = new LinkedHashMap<>();
    private final Map<String, List<DutyEntry>> duties = new LinkedHashMap<>();
    private final Set<String> leaving = new java.util.LinkedHashSet<>();
    private final Map<String, Contact> contacts = new LinkedHashMap<>();

    private record Line(
            int number, String id, String name, String office, @Nullable String organisation, @Nullable String email) {}

    PeopleWorkbook(
            PeopleSheets plan, Workbook workbook, Registered registered, LocalDate today, boolean refusesPersonalData) {
        this.refusesPersonalData = refusesPersonalData;
        this.plan = plan;
        this.registered = registered;
        this.today = today;
        this.rows = new SheetRows(workbook, errors);
        read(PeopleSheets.ORGANISATIONS, this::organisation);
        read(PeopleSheets.VILLAGES, this::village);
        read(PeopleSheets.PEOPLE, this::person);
        read(PeopleSheets.DUTIES, this::duty);
        read(PeopleSheets.CONTACTS, this::contact);
        oneSecretaryEach();
        if (errors.isEmpty()
                && organisations.isEmpty()
                && villages.isEmpty()
                && people.isEmpty()
                && contacts.isEmpty()) {
            errors.add(new RowError(null, 0, null, "没有填写任何内容。"));
        }
    }

    List<RowError> errors() {
        return errors;
    }

    PeopleList list() {
        return new PeopleList(
                List.copyOf(organisations.values()),
                List.copyOf(villages.values()),
                people.values().stream()
                        .filter(line -> !leaving.contains(line.id()))
                        .map(line -> new PersonEntry(
                                line.id(),
                                line.name(),
                                line.office(),
                                line.organisation(),
                                null,
                                duties.getOrDefault(line.id(), List.of()),
                                line.email()))
                        .toList(),
                List.copyOf(leaving),
                List.copyOf(contacts.values()));
    }

    /** Where a person stands, for what only the register can tell. */
    int rowOf(String personId) {
        return people.containsKey(personId) ? people.get(personId).number() : 0;
    }

    private interface Reader {
        void read(Row row);
    }

    private void read(String sheet, Reader reader) {
        for (var line : rows.of(sheet, plan.sheets().get(sheet))) {
            var row = new Row(sheet, line.number(), line.fields());
            var before = errors.size();
            row.demandFilledIn();
            if (errors.size() == before) {
                reader.read(row);
            }
        }
    }

    private void organisation(Row row) {
        row.demandCode("code");
        row.demandText("name", NAME);
        row.demandUnique(organisations.containsKey(row.text("code")), "code");
        if (row.sound) {
            organisations.put(row.text("code"), new Organisation(row.text("code"), row.text("name")));
        }
    }

    private void village(Row row) {
        row.demandOrganisation();
        row.demandCode("code");
        row.demandText("name", NAME);
        row.demandText("branch", NAME);
        var key = row.text("organisation") + "/" + row.text("code");
        row.demandUnique(villages.containsKey(key), "code");
        if (row.sound) {
            villages.put(
                    key, new Village(row.text("organisation"), row.text("code"), row.text("name"), row.text("branch")));
        }
    }

    private void person(Row row) {
        row.demandCode("id");
        row.demandText("name", SHORT);
        row.demandText("office", NAME);
        row.demandChoice("state");
        row.demandMail("email");
        if (row.text("organisation") != null) {
            row.demandOrganisation();
        }
        var id = row.text("id");
        row.demandUnique(people.containsKey(id), "id");
        boolean leaves = PeopleSheets.LEFT.equals(row.text("state"));
        if (leaves && !registered.active(id)) {
            row.wrong("state", "没有这个在岗人员，不能登记离岗。");
        }
        if (row.sound) {
            people.put(
                    id,
                    new Line(
                            row.number,
                            id,
                            row.text("name"),
                            row.text("office"),
                            row.text("organisation"),
                            row.text("email")));
            if (leaves) {
                leaving.add(id);
            }
        }
    }

    private void duty(Row row) {
        row.demandChoice("role");
        row.demandChoice("area");
        var since = row.day("since");
        var person = people.get(row.text("id"));
        if (person == null) {
            row.wrong("id", "“" + row.text("id") + "”不在“人员”表中，或者该行有误。");
        }
        if (!row.sound) {
            return;
        }
        var role = Role.valueOf(row.text("role"));
        demandFitting(row, person, role);
        if (since.isAfter(today)) {
            row.wrong("since", "任职日期不能晚于今天。");
        }
        var duty = new DutyEntry(role, row.text("village"), row.text("area"), since);
        var held = duties.computeIfAbsent(person.id(), id -> new ArrayList<>());
        if (held.stream()
                .anyMatch(each -> each.role() == role
                        && java.util.Objects.equals(each.village(), duty.village())
                        && java.util.Objects.equals(each.area(), duty.area()))) {
            row.wrong("role", "同一职责重复填写。");
        }
        if (row.sound) {
            held.add(duty);
        }
    }

    private void demandFitting(Row row, Line person, Role role) {
        if (leaving.contains(person.id())) {
            row.wrong("id", person.name() + "的状态是离岗，不能再填写职责。");
        }
        if (registered.administers(person.id())) {
            row.wrong("id", "系统管理员不承担业务职责，请另设登录名。");
        }
        if (role.supervises() != (person.organisation() == null)) {
            row.wrong(
                    "role", role.label() + (role.supervises() ? "是监督单位的角色，该同志不得填写单位编码。" : "是被巡察党组织的角色，请在“人员”表填写单位编码。"));
        }
        var village = row.text("village");
        if (role.ofVillage() && village == null) {
            row.wrong("village", role.label() + "必须填写村（居）编码。");
        } else if (!role.ofVillage() && village != null) {
            row.wrong("village", role.label() + "不填村（居）编码。");
        } else if (village != null
                && !villages.containsKey(person.organisation() + "/" + village)
                && !registered.village(person.organisation(), village)) {
            row.wrong("village", "“" + village + "”不在“村居”表中，也没有登记过。");
        }
        if (row.text("area") != null && role != Role.LEADERSHIP_MEMBER && role != Role.RESPONSIBLE_PERSON) {
            row.wrong("area", "只有班子成员和责任人员填写分管领域。");
        }
    }

    private void contact(Row row) {
        row.demandOrganisation();
        row.demandChoice("body");
        row.demandText("office", NAME);
        row.demandText("contact", SHORT);
        row.demandText("phone", SHORT);
        var key = row.text("organisation") + "/" + row.text("body");
        row.demandUnique(contacts.containsKey(key), "body");
        if (row.sound) {
            contacts.put(
                    key,
                    new Contact(
                            row.text("organisation"),
                            row.text("body"),
                            row.text("office"),
                            row.text("contact"),
                            row.text("phone")));
        }
    }

    /** Counted as it would be afterwards: whoever is not on the list keeps what is registered. */
    private void oneSecretaryEach() {
        var byOrganisation = new LinkedHashMap<String, String>();
        registered.secretaries().forEach((organisation, holder) -> {
            if (!people.containsKey(holder)) {
                byOrganisation.put(organisation, holder);
            }
        });
        duties.forEach((id, held) -> {
            if (held.stream().anyMatch(duty -> duty.role() == Role.PARTY_SECRETARY)) {
                var person = people.get(id);
                var other = byOrganisation.putIfAbsent(person.organisation(), id);
                if (other != null) {
                    errors.add(new RowError(
                            PeopleSheets.PEOPLE,
                            person.number(),
                            "登录名",
                            "该单位已有党委书记（或者主持工作的同志）" + registered.name(other) + "，请同时登记其离任。"));
                }
            }
        });
    }

    /** One row and what is wrong with it. */
    private final class Row {

        private final String sheet;
        private final int number;
        private final ObjectNode fields;
        private boolean sound = true;

        Row(String sheet, int number, ObjectNode fields) {
            this.sheet = sheet;
            this.number = number;
            this.fields = fields;
        }

        @Nullable String text(String field) {
            return fields.hasNonNull(field) ? fields.get(field).asText() : null;
        }

        void wrong(String field, String message) {
            sound = false;
            errors.add(new RowError(
                    sheet, number, plan.column(sheet, field).map(Column::header).orElse(null), message));
        }

        void demandFilledIn() {
            plan.sheets().get(sheet).stream()
                    .filter(column -> column.required() && text(column.field()) == null)
                    .forEach(column -> wrong(column.field(), column.header() + "必填。"));
        }

        void demandCode(String field) {
            if (!text(field).matches(CODE)) {
                wrong(field, "只能用小写字母、数字和连字符，最多48位。");
            }
        }

        void demandText(String field, int longest) {
            var text = text(field);
            if (text.length() > longest) {
                wrong(field, "最多" + longest + "个字。");
            } else if (text.codePoints()
                    .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE)) {
                wrong(field, "含有不允许的字符，请删除后重试。");
            } else if (refusesPersonalData) {
                PersonalData.in(text).forEach(kind -> wrong(field, "含有" + kind.label() + "，请删除后重新上传。"));
            }
        }

        void demandMail(String field) {
            var text = text(field);
            if (text != null && !MailAddresses.NONE.equals(text) && !MailAddresses.valid(text)) {
                wrong(field, "电子邮箱格式不正确，只能填一个地址，如 clerk@example.cn。");
            }
        }

        void demandChoice(String field) {
            var column = plan.column(sheet, field).orElseThrow();
            if (text(field) != null && !column.choices().containsValue(text(field))) {
                wrong(field, "只能填 " + String.join("、", column.choices().keySet()) + "。");
            }
        }

        void demandUnique(boolean known, String field) {
            if (known) {
                wrong(field, "“" + text(field) + "”重复填写。");
            }
        }

        void demandOrganisation() {
            var code = text("organisation");
            if (!organisations.containsKey(code) && !registered.organisation(code)) {
                wrong("organisation", "“" + code + "”不在“单位”表中，也没有登记过。");
            }
        }

        @Nullable LocalDate day(String field) {
            try {
                var day = LocalDate.parse(text(field));
                if (day.getYear() >= 1949 && day.getYear() <= 2100) {
                    return day;
                }
            } catch (DateTimeParseException e) {
                // Said below, in the words of the column.
            }
            wrong(field, "日期不正确，请按 2026-03-10 的格式填写。");
            return null;
        }
    }

    Set<String> listed() {
        return new HashSet<>(people.keySet());
    }
}
