package org.rectification.period.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rectification.engine.InPlaceOf;
import org.rectification.people.Duties;
import org.rectification.people.Role;
import org.rectification.period.SignOffRequests;
import org.rectification.round.CaseKey;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class SignOffRequestControllerTest {

    private static final CaseKey KNOWN = new CaseKey("r1", "qingxi-town");

    private final SignOffRequests requests = mock(SignOffRequests.class);
    private final Duties duties = mock(Duties.class);
    private final MockMvc door = MockMvcBuilders.standaloneSetup(new SignOffRequestController(requests, duties))
            .build();

    @BeforeEach
    void oneClerkAndOneCase() {
        when(duties.capacity("clerk", Role.RECTIFICATION_OFFICE, "qingxi-town")).thenReturn(Optional.of("clerk"));
        when(duties.capacity("substitute", Role.RECTIFICATION_OFFICE, "qingxi-town"))
                .thenReturn(Optional.of("clerk"));
        when(requests.knows(KNOWN)).thenReturn(true);
    }

    @Test
    void theClerkAsksInTheOwnName() throws Exception {
        ask("clerk", "r1").andExpect(status().isAccepted());

        verify(requests).request("clerk", KNOWN);
    }

    @Test
    void aSubstituteAsksInTheClerksPlaceUnderBothNames() throws Exception {
        doAnswer(asked -> {
                    assertThat(InPlaceOf.current()).contains("clerk");
                    return null;
                })
                .when(requests)
                .request("substitute", KNOWN);

        ask("substitute", "r1").andExpect(status().isAccepted());

        verify(requests).request("substitute", KNOWN);
    }

    @Test
    void nobodyElseMayAsk() throws Exception {
        ask("secretary", "r1").andExpect(status().isForbidden());

        verify(requests, never()).request(any(), any());
    }

    @Test
    void aRoundWithoutThisOrganisationIsNotFound() throws Exception {
        ask("clerk", "r2").andExpect(status().isNotFound());
    }

    private ResultActions ask(String person, String round) throws Exception {
        return door.perform(post("/api/organisations/qingxi-town/sign-off-request")
                .param("round", round)
                .principal(() -> person));
    }
}
