package org.rectification.demo;

import java.time.Instant;

/**
 * One act of somebody in the demo round.
 *
 * @param label who does what, for the log and for the message when it fails
 */
record Step(Instant at, String label, Runnable act) {}
