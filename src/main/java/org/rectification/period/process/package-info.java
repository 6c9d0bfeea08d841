/** What binds the model of the supervised period to its services. */
package org.rectification.period.process;
