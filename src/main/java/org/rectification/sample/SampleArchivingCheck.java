package org.rectification.sample;

import java.util.ArrayList;
import java.util.List;
import org.rectification.round.ArchivingCheck;
import org.rectification.round.CaseKey;
import org.springframework.stereotype.Component;

/** No case is archived before the county has looked again at its share (R1–R4). */
@Component
class SampleArchivingCheck implements ArchivingCheck {

    private final SampleStore store;

    SampleArchivingCheck(SampleStore store) {
        this.store = store;
    }

    @Override
    public List<String> missing(CaseKey key) {
        var open = store.open(key);
        var missing = new ArrayList<String>();
        if (open.toDrawFrom() > 0) {
            missing.add("市级抽查（尚有" + open.toDrawFrom() + "个已销号问题未纳入抽取）");
        }
        if (open.toLookAt() > 0) {
            missing.add("市级抽查结果（尚有" + open.toLookAt() + "个抽中问题未登记结果）");
        }
        return missing;
    }
}
