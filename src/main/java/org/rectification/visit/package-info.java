/** Visits of the verifying body to a village: one list, one signed sheet for all its rows, each verdict by itself (R3, R4). */
package org.rectification.visit;
