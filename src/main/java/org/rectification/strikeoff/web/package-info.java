/** The doors to slips and batch lists. */
package org.rectification.strikeoff.web;
