/** What people are typing, kept for them alone until it is handed in. */
package org.rectification.autosave;
