/** The clerk's door for asking for an early sign-off. */
package org.rectification.period.web;
