/** The rule book of a start: turns what a client sent into a round, or into the list of everything that is wrong with it. */
package org.rectification.round.intake;
