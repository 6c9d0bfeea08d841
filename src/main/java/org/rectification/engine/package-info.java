/** Everything that configures Camunda and the database beneath it; it knows no capability. */
package org.rectification.engine;
