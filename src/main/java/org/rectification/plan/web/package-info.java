/** The row-by-row door to plan lines. */
package org.rectification.plan.web;
