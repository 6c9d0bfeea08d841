/** The description of our doors: made from the controllers and what their docstrings say, compared with what is committed. */
package org.rectification.reference;
