/** What binds the model of the thematic meetings to its services. */
package org.rectification.meeting.process;
