/** From a suggestion to hold somebody to account to the recorded outcome; nothing starts a case by itself, no case material is kept. */
package org.rectification.accountability;
