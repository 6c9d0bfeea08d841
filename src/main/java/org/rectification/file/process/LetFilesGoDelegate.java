package org.rectification.file.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rectification.file.UnusedFiles;
import org.springframework.stereotype.Component;

/** Lets go of some uploads that nobody used, and says whether there may be more. */
@Component
class LetFilesGoDelegate implements JavaDelegate {

    private final UnusedFiles files;

    LetFilesGoDelegate(UnusedFiles files) {
        this.files = files;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("moreFiles", files.letGo());
    }
}
