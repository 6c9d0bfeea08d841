/** The joint hearing at the end of month two (S35): invitation, hearing pack, opinions, minutes, follow-up. */
package org.rectification.hearing;
