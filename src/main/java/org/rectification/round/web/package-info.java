/** The doors of a round: starting it, looking at it, its Excel template. */
package org.rectification.round.web;
