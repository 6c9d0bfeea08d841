package org.rectification.engine.gate;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class CollisionsAtOurDoorsTest {

    @RestController
    static class Door {

        @GetMapping("/engine")
        void engine() {
            throw new OptimisticLockingException("updated by another transaction");
        }

        @GetMapping("/ledger")
        void ledger() {
            throw new IllegalStateException(new OptimisticLockingFailureException("moved in between"));
        }
    }

    @Test
    void whoeverCollidesIsAskedToTryAgainAndHearsNoTechnicalWord() throws Exception {
        var doors = MockMvcBuilders.standaloneSetup(new Door())
                .setControllerAdvice(new CollisionsAtOurDoors())
                .build();
        for (var path : new String[] {"/engine", "/ledger"}) {
            doors.perform(get(path))
                    .andExpect(status().isConflict())
                    .andExpect(jsonPath("$.message").value("刚刚有其他操作同时办理了同一事项，本次操作没有保存，请重试。"));
        }
    }
}
