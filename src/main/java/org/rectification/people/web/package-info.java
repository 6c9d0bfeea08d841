/** The doors of the register of people: the import, its trail, and substitution. */
package org.rectification.people.web;
