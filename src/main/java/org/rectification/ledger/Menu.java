package org.rectification.ledger;

import java.util.Arrays;
import java.util.List;
import org.rectification.people.Duties;
import org.springframework.stereotype.Component;

/** Which pages are offered to whom, by the duties that the person may do today; to an administrator what they maintain. */
@Component
public class Menu {

    private final Duties duties;

    Menu(Duties duties) {
        this.duties = duties;
    }

    /** @param administrator whether the person looks after accounts */
    public List<Page> of(String personId, boolean administrator) {
        var roles = duties.exercised(personId);
        return Arrays.stream(Page.values())
                .filter(page -> page.serves(roles, administrator))
                .toList();
    }
}
