package org.rectification.consultation;

import org.rectification.round.CaseKey;

/** The running process of a consultation. */
public interface ConsultationProcess {

    /** @return id of the process instance */
    String requested(CaseKey key, String consultationId);
}
