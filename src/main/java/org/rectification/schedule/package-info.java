/** The clock of a case for people: why each date is what it is, and how dates move when the calendar or the profile changes. */
package org.rectification.schedule;
