/** The thematic meetings of the township's team and of every village branch, and what is prepared and kept of them (S37, S38). */
package org.rectification.meeting;
