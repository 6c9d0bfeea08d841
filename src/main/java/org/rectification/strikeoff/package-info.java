/** What strike-off leaves on paper: one slip per finding (对账销号表), and the lists that the leading group notes (销号清单). */
package org.rectification.strikeoff;
