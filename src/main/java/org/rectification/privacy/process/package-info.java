/** Every entry of a task passes here. */
package org.rectification.privacy.process;
