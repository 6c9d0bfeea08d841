/** The file store's HTTP door. */
package org.rectification.file.web;
