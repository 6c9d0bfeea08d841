/** The doors of the clock: grounds of each date, the working-day calendar, the profile of a round. */
package org.rectification.schedule.web;
