/** The page about consultations. */
package org.rectification.consultation.web;
