/** The event trail: who did what when, before and after; written once, never changed. */
package org.rectification.trail;
