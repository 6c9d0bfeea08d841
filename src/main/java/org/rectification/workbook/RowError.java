package org.rectification.workbook;

/**
 * One thing wrong in a workbook.
 *
 * @param sheet null when it is about the file as a whole
 * @param row number as the program shows it, from 1; 0 for the sheet as a whole
 * @param column header of the column, null for the row as a whole
 */
public record RowError(String sheet, int row, String column, String message) {}
