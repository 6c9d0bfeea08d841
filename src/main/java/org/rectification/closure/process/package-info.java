/** How the closure's models reach its services. */
package org.rectification.closure.process;
