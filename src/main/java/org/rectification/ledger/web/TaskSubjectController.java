package org.rectification.ledger.web;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.rectification.ledger.process.SubjectsOfTasks;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the cards of Tasklist say beneath a task's name. */
@RestController
@RequestMapping("/api/task-subjects")
class TaskSubjectController {

    private final SubjectsOfTasks subjects;

    TaskSubjectController(SubjectsOfTasks subjects) {
        this.subjects = subjects;
    }

    /**
     * By task id; tasks that the reader may not see, and tasks about nothing in particular, are left out.
     *
     * @param ids at most {@value SubjectsOfTasks#MOST}, as many as Tasklist ever shows at once
     */
    @GetMapping
    Map<String, String> subjects(@RequestParam List<String> ids, Principal person) {
        return subjects.of(person.getName(), ids);
    }
}
