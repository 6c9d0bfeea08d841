/** A finding and its life: which moves are legal, who may make them, when warnings are due, and the lists findings are kept in. */
package org.rectification.finding;
