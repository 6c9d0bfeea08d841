/** The door of drafts, for forms and list pages. */
package org.rectification.autosave.web;
