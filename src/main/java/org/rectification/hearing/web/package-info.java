/** The page about hearings and the pack in one click. */
package org.rectification.hearing.web;
