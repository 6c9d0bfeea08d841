/** The doors to thematic meetings, comparison texts and the register of study meetings. */
package org.rectification.meeting.web;
