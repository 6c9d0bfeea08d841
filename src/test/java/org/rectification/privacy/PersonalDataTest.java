package org.rectification.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectification.privacy.PersonalData.Kind.IDENTITY_NUMBER;
import static org.rectification.privacy.PersonalData.Kind.MOBILE_NUMBER;
import static org.rectification.privacy.PersonalData.Kind.PETITIONER;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectification.privacy.PersonalData.Hit;
import org.rectification.support.Feature;

/** The numbers are invented; the check digits are right. */
class PersonalDataTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "已退还租金（350902198002291234）。",
                "身份证35090219900307851X",
                "身份证35090219900307851x。",
                "350902 19900307 851X",
                "350902-19900307-851X",
                "３５０９０２１９９００３０７８５１Ｘ",
                "110101194910010028"
            })
    void anIdentityNumberIsFoundHoweverItIsWritten(String text) {
        assertThat(PersonalData.in(text)).containsExactly(IDENTITY_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "350902198002291235", // check digit
                "350902199002308512", // 30 February
                "1350902198002291234", // part of a longer number
                "3509021980022912345",
                "A350902198002291234",
                "050902198002291234",
                "35090219800229123"
            })
    void aNumberThatCannotBeAnIdentityNumberIsNone(String text) {
        assertThat(PersonalData.in(text)).doesNotContain(IDENTITY_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "联系电话13812345678。",
                "138 1234 5678",
                "138-1234-5678",
                "+8613812345678",
                "86 19912345678",
                "１３８１２３４５６７８"
            })
    void aMobileNumberIsFoundHoweverItIsWritten(String text) {
        assertThat(PersonalData.in(text)).containsExactly(MOBILE_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12812345678", // no such prefix
                "1381234567", // too short
                "138123456789", // part of a longer number
                "凭证2013812345678",
                "0593-2812345",
                "3f13812345678a",
                "挽回资金32000元，2026年3月10日，镇财〔2026〕12号"
            })
    void anOtherNumberIsNoMobileNumber(String text) {
        assertThat(PersonalData.in(text)).isEmpty();
    }

    @Test
    @Feature(8)
    void whoReportedOrPetitionedIsFound() {
        assertThat(PersonalData.in("举报人：张三")).containsExactly(PETITIONER);
        assertThat(PersonalData.in("信访人姓名: 李四四")).containsExactly(PETITIONER);
        assertThat(PersonalData.in("已向信访人员反馈办理结果，保护举报人信息。")).isEmpty();
    }

    @Test
    void everyTextOfAnEntryIsLookedAtAndNamedByItsField() throws Exception {
        var entry = new ObjectMapper()
                .readTree(
                        """
                        {"result": "电话13812345678，350902198002291234", "claimedAmount": 13812345678,
                         "measures": [{"text": "无"}, {"text": "13912345678"}], "done": true, "none": null}""");
        assertThat(PersonalData.in(entry))
                .containsExactly(
                        new Hit("result", IDENTITY_NUMBER),
                        new Hit("result", MOBILE_NUMBER),
                        new Hit("measures[1].text", MOBILE_NUMBER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "审报〔2023〕演示6号",
                "市巡反馈〔2021〕14号",
                "信访2026-0032",
                "XF20260310-7",
                "立〔2026〕1号",
                "第3号",
                "闽纪信字(2026)第12号"
            })
    @Feature(8)
    void aReferenceNumberIsANumber(String text) {
        assertThat(ReferenceNumber.fits(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "张三举报村主任2次收钱",
                "反映村支书私分2万元。",
                "来信",
                "举报人：张三",
                "13812345678",
                "关于某村党支部书记侵占集体资金问题的来信2026年第3号",
                "2026-1\n村民反映"
            })
    @Feature(8)
    void contentOfAClueIsNoReferenceNumber(String text) {
        assertThat(ReferenceNumber.fits(text)).isFalse();
    }
}
