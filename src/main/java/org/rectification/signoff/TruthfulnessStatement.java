package org.rectification.signoff;

import org.rectification.refusal.Violations;

/** The sentence under which the Secretary signs (S46). It is fixed: what one signs for is not a matter of wording. */
public final class TruthfulnessStatement {

    public static final String TEXT = "本人已逐项核对两份整改报告和整改台账，对整改情况的真实性负责；未完成的问题已如实列明，不存在隐瞒不报、虚假整改的情形。";

    private static final int LONGEST_REASON = 4_000;

    private TruthfulnessStatement() {}

    /** @throws org.rectification.refusal.Refusal unless the statement is confirmed and the name is the signer's own */
    static void checkSignature(SignatureEntry entry, String signer) {
        new Violations()
                .require(Boolean.TRUE.equals(entry.confirmed()), "confirmed", "请确认真实性声明。")
                .require(
                        entry.signerName() != null && entry.signerName().strip().equals(signer),
                        "signerName",
                        "请输入本人姓名，须与登录人姓名一致。")
                .refuseAny();
    }

    /** @throws org.rectification.refusal.Refusal without a reason */
    static void checkReturn(SignatureEntry entry) {
        new Violations()
                .require(SignatureEntry.RETURN.equals(entry.decision()), "decision", "请选择签字背书或退回修改。")
                .refuseAny();
        new Violations()
                .requireText(entry.reason(), "reason", "退回理由", LONGEST_REASON)
                .refuseAny();
    }
}
