/** Whose task it is, and that a draft goes with its task. */
package org.rectification.autosave.process;
