/** The nightly clean-up of uploads that nobody used, as the engine runs it. */
package org.rectification.file.process;
