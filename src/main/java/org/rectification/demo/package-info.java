/** Plays one invented round up to today at the first start of the demo, through the same doors that people use. */
package org.rectification.demo;
