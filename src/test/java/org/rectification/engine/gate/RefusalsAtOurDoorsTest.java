package org.rectification.engine.gate;

import static org.hamcrest.Matchers.contains;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rectification.refusal.Refusal;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class RefusalsAtOurDoorsTest {

    @RestController
    static class Door {

        @GetMapping("/sign-off")
        void signOff() {
            throw Refusal.of(List.of(
                    new Refusal.Violation("findings", "还有4个问题未办结。"), new Refusal.Violation("reports", "报告未送达。")));
        }
    }

    @Test
    void aRefusalIsAnsweredWithItsSentencesAndTheFieldsThatTheyAreAbout() throws Exception {
        MockMvcBuilders.standaloneSetup(new Door())
                .setControllerAdvice(new RefusalsAtOurDoors())
                .build()
                .perform(get("/sign-off"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.type").value("Refusal"))
                .andExpect(jsonPath("$.message").value("还有4个问题未办结。"))
                .andExpect(jsonPath("$.field").value("findings"))
                .andExpect(jsonPath("$.violations[*].field", contains("findings", "reports")))
                .andExpect(jsonPath("$.violations[*].message", contains("还有4个问题未办结。", "报告未送达。")));
    }
}
