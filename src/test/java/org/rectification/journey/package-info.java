/** A whole round, driven only through the doors that people have. */
package org.rectification.journey;
