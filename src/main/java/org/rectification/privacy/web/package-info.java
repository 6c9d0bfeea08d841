/** Every JSON body of our own doors passes here. */
package org.rectification.privacy.web;
