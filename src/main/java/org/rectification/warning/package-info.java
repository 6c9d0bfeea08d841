/**
 * The warning ladder of everything that has a due day (R25, row 30): who hears of it on which day, each rung once. Other
 * rooms say what is open through {@link org.rectification.warning.WatchedItems}.
 */
package org.rectification.warning;
