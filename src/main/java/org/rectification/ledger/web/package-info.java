/** The read side's HTTP doors. */
package org.rectification.ledger.web;
