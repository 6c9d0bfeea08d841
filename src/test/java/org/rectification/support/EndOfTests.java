package org.rectification.support;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Ends what the tests shared, in the right order, before the JVM ends. */
public class EndOfTests implements LauncherSessionListener {

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        EmbeddedDatabase.close();
    }
}
