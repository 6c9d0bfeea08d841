/** The door through which other programs read the dates of a rule profile. */
package org.rectification.deadline.web;
