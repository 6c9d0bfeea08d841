package org.rectification.strikeoff;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.rectification.people.Visibility;
import org.rectification.refusal.Refusal;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 对账销号表 of one finding, of what a village struck off, or of a batch, as one Word file; of findings that the person sees. */
@Service
public class Slips {

    /** Slips that one file holds at most. */
    static final int MOST = 300;

    private final SlipStore store;
    private final SlipPaper paper;
    private final Visibility visibility;

    Slips(SlipStore store, SlipPaper paper, Visibility visibility) {
        this.store = store;
        this.paper = paper;
        this.visibility = visibility;
    }

    /** The slip of a finding in whatever state it is; it says when it is not struck off yet. */
    @Transactional(readOnly = true)
    public Document ofFinding(String person, String findingId) {
        return document("对账销号表", ids(person, "f.id = :finding", Map.of("finding", findingId)));
    }

    /** @param village null: the township's own findings */
    @Transactional(readOnly = true)
    public Document ofVillage(String person, String round, String organisation, @Nullable String village) {
        return village == null
                ? document(
                        "对账销号表-镇本级",
                        ids(
                                person,
                                "f.state = 'STRUCK_OFF' and f.round_id = :round and f.organisation_id = :organisation and f.level = 'TOWN'",
                                Map.of("round", round, "organisation", organisation)))
                : document(
                        "对账销号表-" + village,
                        ids(
                                person,
                                "f.state = 'STRUCK_OFF' and f.round_id = :round and f.organisation_id = :organisation and f.village_code = :village",
                                Map.of("round", round, "organisation", organisation, "village", village)));
    }

    @Transactional(readOnly = true)
    public Document ofBatch(String person, String batchId) {
        return document("对账销号表-本批", ids(person, "b.batch_id = :batch", Map.of("batch", batchId)));
    }

    private List<String> ids(String person, String condition, Map<String, Object> params) {
        var ids = store.ids(condition, params, visibility.findings(person), MOST + 1);
        if (ids.isEmpty()) {
            throw new NoSuchElementException();
        }
        if (ids.size() > MOST) {
            throw Refusal.of("一次最多打印" + MOST + "张对账销号表，请按村或按批次分别打印。");
        }
        return ids;
    }

    private Document document(String name, List<String> ids) {
        return new Document(name, store.slips(ids), paper);
    }

    /** Slips ready to be written. */
    public static final class Document {

        private final String name;
        private final List<Slip> slips;
        private final SlipPaper paper;

        private Document(String name, List<Slip> slips, SlipPaper paper) {
            this.name = name;
            this.slips = slips;
            this.paper = paper;
        }

        public String name() {
            return name;
        }

        /** @param out left open; holds a complete .docx file afterwards */
        public void write(OutputStream out) throws IOException {
            paper.write(slips, out);
        }
    }
}
