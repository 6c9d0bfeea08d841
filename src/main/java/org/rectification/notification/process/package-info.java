/** Glue between notification and the engine. */
package org.rectification.notification.process;
