package org.rectification.models;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerPolarityTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "#{passed}                               | true",
                "#{!passed}                              | false",
                "#{not passed}                           | false",
                "#{passed == false}                      | false",
                "#{passed != false}                      | true",
                "#{!(passed == false)}                   | true",
                "#{verdict == 'DONE'}                    | true",
                "#{verdict == 'RETURNED'}                | false",
                "#{verdict != 'RETURNED'}                | true",
                "#{verdict ne \"NOT_DONE\"}              | true",
                "${findings.underReview(findingId)}      | true",
                "${findings.rejected(findingId)}         | false",
                "${!findings.rejected(findingId)}        | true",
                "#{colour != 'NONE'}                     | true",
                "#{unsettled}                            | true",
                "#{notSettled}                           | false",
            })
    void negationsAndNegativeWordsTurnAConditionRound(String condition, boolean affirms) {
        assertThat(FlowRules.affirms(condition, true)).isEqualTo(affirms);
    }

    @ParameterizedTest
    @CsvSource({"#{returned}, true", "#{!returned}, false"})
    void wordIsNotCountedWhereTheQuestionAsksForIt(String condition, boolean affirms) {
        assertThat(FlowRules.affirms(condition, false)).isEqualTo(affirms);
    }
}
