/** Doors for what is done about a finding besides its tasks: extension, recurrence, correction. */
package org.rectification.finding.web;
