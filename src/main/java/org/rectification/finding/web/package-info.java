/** The HTTP doors of findings: what proves a result and the figures that come of it; extension, recurrence and correction. */
package org.rectification.finding.web;
