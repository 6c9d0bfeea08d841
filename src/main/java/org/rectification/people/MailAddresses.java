package org.rectification.people;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.rectification.trail.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** Where people are written to. Without an address nothing is sent; what waits is read after logging in. */
@Component
public class MailAddresses {

    /** The word in a list for taking an address away; an empty cell leaves it as it is. */
    public static final String NONE = "无";

    private static final int LONGEST = 254;

    private final JdbcClient jdbc;
    private final Trail trail;

    MailAddresses(JdbcClient jdbc, Trail trail) {
        this.jdbc = jdbc;
        this.trail = trail;
    }

    /** Whether it is one plain address, such as {@code clerk@qingxi.example}: no name beside it, no second address. */
    public static boolean valid(String text) {
        try {
            var address = new InternetAddress(text, true);
            address.validate();
            return text.equals(address.getAddress())
                    && text.length() <= LONGEST
                    && text.chars().allMatch(c -> c > ' ' && c < 0x7f)
                    && text.matches("[^@\"]+@[^@]+\\.[^@.]+");
        } catch (AddressException notOne) {
            return false;
        }
    }

    /** @param given as the list names it: null leaves the address, {@link #NONE} takes it away */
    List<Change> change(String actor, PersonEntry entry, @Nullable String given) {
        if (given == null) {
            return List.of();
        }
        var after = NONE.equals(given) ? null : given;
        var before = jdbc.sql("select email from rectification.person where id = ?")
                .param(entry.id())
                .query((row, number) -> java.util.Optional.ofNullable(row.getString("email")))
                .single()
                .orElse(null);
        if (Objects.equals(before, after)) {
            return List.of();
        }
        jdbc.sql("update rectification.person set email = ? where id = ?")
                .params(after, entry.id())
                .update();
        trail.person(
                actor,
                entry.organisationId(),
                entry.id(),
                "PERSON_CHANGED",
                Map.of("email", String.valueOf(before)),
                Map.of("email", String.valueOf(after)),
                null);
        return List.of(Change.changed(
                "人员",
                entry.name() + (after == null ? " 不再登记电子邮箱" : " 电子邮箱" + (before == null ? "登记为 " : "改为 ") + after)));
    }
}
