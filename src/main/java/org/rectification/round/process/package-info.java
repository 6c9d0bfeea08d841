/** The thin glue between the models of a round and its services. */
package org.rectification.round.process;
