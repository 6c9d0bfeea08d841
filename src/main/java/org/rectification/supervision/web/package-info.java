/** The page about supervision notices. */
package org.rectification.supervision.web;
