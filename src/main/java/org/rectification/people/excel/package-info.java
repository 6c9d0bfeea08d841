/** Who is who in an Excel workbook: the template, what a filled-in one would change, and taking it over. */
package org.rectification.people.excel;
