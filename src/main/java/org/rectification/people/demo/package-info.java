/** Invented people of the demo profile, with the logins that the manual names. */
package org.rectification.people.demo;
