/** Says when everything in a case falls due and why: rule profiles, the working-day calendar and the warning ladder. */
package org.rectification.deadline;
