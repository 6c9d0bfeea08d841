/** Everything that configures the engine: its database, doors, clock and deployment; it knows no capability. */
package org.rectification.engine;
