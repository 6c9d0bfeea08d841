/** One clock for engine and ledger, and the rehearsal that moves it. */
package org.rectification.engine.clock;
