/** Tells people outside the system that something waits for them: counts and a link, never what it is about. */
package org.rectification.notification;
