/** The read side: what somebody has to do as lists, the ledger page by page and as Excel, figures. */
package org.rectification.ledger;
