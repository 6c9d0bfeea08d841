/** What binds the model of the sign-off to its services. */
package org.rectification.signoff.process;
