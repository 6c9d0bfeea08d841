/** What joins the model of a consultation to its service. */
package org.rectification.consultation.process;
