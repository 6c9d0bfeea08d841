/** The door to one's own digest. */
package org.rectification.notification.web;
