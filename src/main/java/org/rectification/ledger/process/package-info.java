/** The lists' way to the engine's tasks. */
package org.rectification.ledger.process;
