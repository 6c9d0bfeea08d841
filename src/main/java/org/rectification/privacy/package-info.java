/** Personal data that does not belong into the ledger: noticed wherever people enter text. */
package org.rectification.privacy;
