package org.rectification.sample;

import java.util.ArrayList;
import java.util.List;
import org.rectification.round.ArchivingCheck;
import org.rectification.round.CaseKey;
import org.rectification.round.Missing;
import org.springframework.stereotype.Component;

/** No case is archived before the county has looked again at its share (R1–R4). */
@Component
class SampleArchivingCheck implements ArchivingCheck {

    private static final String WHERE = "巡察办或者纪检监察室的页面“市级抽查”";

    private final SampleStore store;

    SampleArchivingCheck(SampleStore store) {
        this.store = store;
    }

    @Override
    public List<Missing> missing(CaseKey key) {
        var open = store.open(key);
        var missing = new ArrayList<Missing>();
        if (open.toDrawFrom() > 0) {
            missing.add(new Missing("市级抽查的抽取，尚有" + open.toDrawFrom() + "个已销号问题未纳入", WHERE));
        }
        if (open.toLookAt() > 0) {
            missing.add(new Missing("市级抽查的结果，尚有" + open.toLookAt() + "个抽中问题未登记", WHERE));
        }
        return missing;
    }
}
