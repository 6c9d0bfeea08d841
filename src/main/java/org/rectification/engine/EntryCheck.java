package org.rectification.engine;

import com.fasterxml.jackson.databind.JsonNode;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** Something that every entry of every task must pass, before the capability whose task it is reads it. */
public interface EntryCheck {

    /** @throws org.rectification.refusal.Refusal naming the field */
    void check(DelegateTask task, JsonNode entry);
}
