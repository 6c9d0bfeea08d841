/** The one clock of the system: it follows the engine's clock, and in a rehearsal people may move it forward. */
package org.rectification.engine.clock;
