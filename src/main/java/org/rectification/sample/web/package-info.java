/** The door to the county sample. */
package org.rectification.sample.web;
