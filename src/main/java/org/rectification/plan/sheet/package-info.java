/** The plan sheet (整改方案编制表): the drafting lines as a workbook that is filled in offline and read back, with the same columns. */
package org.rectification.plan.sheet;
