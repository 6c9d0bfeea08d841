/** The notice about days off, read from Excel or CSV. */
package org.rectification.schedule.excel;
