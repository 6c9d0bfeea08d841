/** The supervised period: half-month reports, the joint hearing at the end of month two. */
package org.rectification.period;
