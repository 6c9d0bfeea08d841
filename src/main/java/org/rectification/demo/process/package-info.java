/** Completes tasks of the demo round as the people of the demo. */
package org.rectification.demo.process;
