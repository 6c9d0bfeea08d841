package org.rectification.deadline.web;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectification.deadline.DeadlineRules;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class RulesControllerTest {

    private MockMvc mvc;

    @BeforeEach
    void buildWithThePackagedRules() {
        mvc = MockMvcBuilders.standaloneSetup(new RulesController(DeadlineRules.profiles(), DeadlineRules.calculator()))
                .build();
    }

    @Test
    void answersEveryDateWithItsGrounds() throws Exception {
        mvc.perform(get("/api/rules/speech-2020").param("feedbackOn", "2026-03-10"))
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_JSON))
                .andExpect(jsonPath("$.keys()", containsInAnyOrder("profile", "feedbackOn", "dates")))
                .andExpect(jsonPath("$.profile").value("speech-2020"))
                .andExpect(jsonPath("$.feedbackOn").value("2026-03-10"))
                .andExpect(jsonPath("$.dates", hasSize(21)))
                .andExpect(jsonPath(
                        "$.dates[0].keys()",
                        containsInAnyOrder("id", "date", "provisional", "clause", "rule", "steps")))
                .andExpect(jsonPath("$.dates[?(@.id == 'planDue')].date", contains("2026-03-31")))
                .andExpect(jsonPath("$.dates[?(@.id == 'planDue')].clause", contains("S18")))
                .andExpect(jsonPath("$.dates[?(@.id == 'planDue')].rule", contains("R20")))
                .andExpect(jsonPath("$.dates[?(@.id == 'planDue')].provisional", contains(false)))
                .andExpect(jsonPath("$.dates[?(@.id == 'planDue')].steps[*]", hasItem("结果：2026年3月31日（星期二）24时前")))
                .andExpect(jsonPath("$.dates[?(@.id == 'progressReport')].index", contains(1, 2, 3, 4, 5, 6)))
                .andExpect(jsonPath("$.dates[?(@.mergedInto == 'finalReports')].index", contains(6)));
    }

    @Test
    void givenCompletionDateMovesWhatHangsOnIt() throws Exception {
        mvc.perform(get("/api/rules/reg-2017").param("feedbackOn", "2026-03-10").param("completeBy", "2026-06-30"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.dates[?(@.id == 'completeBy')].date", contains("2026-06-30")))
                .andExpect(jsonPath("$.dates[?(@.id == 'finalReportsDue')].date", contains("2026-06-30")))
                .andExpect(jsonPath("$.dates[?(@.id == 'evaluationDue')].date", contains("2026-07-30")));
    }

    @Test
    void unknownProfileIsNotFound() throws Exception {
        mvc.perform(get("/api/rules/speech-2021").param("feedbackOn", "2026-03-10"))
                .andExpect(status().isNotFound())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.status").value(404))
                .andExpect(jsonPath("$.title").value("没有这个期限口径"));
    }

    @Test
    void allFaultyDatesAreNamedAtOnceInChinese() throws Exception {
        mvc.perform(get("/api/rules/speech-2020")
                        .param("feedbackOn", "2026-02-30")
                        .param("completeBy", "10.06.2026"))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(header().string("Content-Language", "zh-CN"))
                .andExpect(jsonPath("$.title").value("日期有误，未计算"))
                .andExpect(jsonPath("$.errors[*].pointer", contains("/feedbackOn", "/completeBy")))
                .andExpect(jsonPath("$.errors[0].message").value("日期格式须为年-月-日，例如2026-03-10"));
    }

    @Test
    void missingFeedbackDateIsNamedBesideAFaultyCompletionDate() throws Exception {
        mvc.perform(get("/api/rules/speech-2020").param("feedbackOn", "").param("completeBy", "soon"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[*].pointer", contains("/feedbackOn", "/completeBy")))
                .andExpect(jsonPath("$.errors[0].message").value("反馈日期必填"));
    }

    @Test
    void completionBeforeTheHearingIsRefusedInEnglishWhenAskedFor() throws Exception {
        mvc.perform(get("/api/rules/speech-2020")
                        .param("feedbackOn", "2026-03-10")
                        .param("completeBy", "2026-05-08")
                        .header("Accept-Language", "en-GB,en;q=0.9,zh;q=0.5"))
                .andExpect(status().isBadRequest())
                .andExpect(header().string("Content-Language", "en"))
                .andExpect(jsonPath("$.errors", hasSize(1)))
                .andExpect(jsonPath("$.errors[0].pointer").value("/completeBy"))
                .andExpect(jsonPath("$.errors[0].message")
                        .value("completeBy must not lie before the month-two review on 2026-05-09"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN,zh;q=0.9,en;q=0.8", "fr", "*", "", ";;;q=x"})
    void everyOtherLanguageGetsChinese(String languages) throws Exception {
        mvc.perform(get("/api/rules/speech-2020").header("Accept-Language", languages))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].message").value("反馈日期必填"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31", "-0001-01-01", "1999-12-31", "2026-03-10,2026-03-11", "今天"})
    void noDateThatAClientCanSendIsAServerError(String date) throws Exception {
        mvc.perform(get("/api/rules/speech-2020").param("feedbackOn", date))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].pointer").value("/feedbackOn"));
        mvc.perform(get("/api/rules/speech-2020")
                        .param("feedbackOn", "2026-03-10")
                        .param("completeBy", date))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].pointer").value("/completeBy"));
    }
}
