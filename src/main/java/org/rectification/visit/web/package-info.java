/** The doors to visits. */
package org.rectification.visit.web;
