/** The one gate in front of every engine door: which commands a person may give, and who answers a start. */
package org.rectification.engine.gate;
