/** Glue between the finding models and the ledger: delegates, listeners, and the engine's tasks and timers of a finding. */
package org.rectification.finding.process;
