/** The HTTP doors of what proves a finding's result, and of the figures that come of it. */
package org.rectification.finding.web;
