/** The rectification plan: lines, coverage, deliberation, joint review, and the issued version as frozen baseline. */
package org.rectification.plan;
