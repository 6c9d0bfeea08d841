/** A round in an Excel workbook: the template to download and the way back to what a start accepts. */
package org.rectification.round.excel;
