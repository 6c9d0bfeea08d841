/** What joins the models of the hearing to its services. */
package org.rectification.hearing.process;
