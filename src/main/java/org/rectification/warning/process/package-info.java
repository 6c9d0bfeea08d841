/** The daily look at what is open, and the decision about the rungs, as the engine runs them. */
package org.rectification.warning.process;
