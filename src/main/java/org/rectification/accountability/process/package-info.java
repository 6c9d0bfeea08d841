/** How the engine reaches accountability: the model's listeners, the delegate for findings and the start by hand. */
package org.rectification.accountability.process;
