/** Open tasks and timers that follow the dates of their case. */
package org.rectification.schedule.process;
