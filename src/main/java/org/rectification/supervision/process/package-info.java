/** What joins the model of a supervision notice to its services. */
package org.rectification.supervision.process;
