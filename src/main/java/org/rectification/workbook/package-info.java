/** Excel workbooks that people fill in: columns with choices, the template to download, and cells read as words. */
package org.rectification.workbook;
