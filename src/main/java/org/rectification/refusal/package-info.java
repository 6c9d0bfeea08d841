/** How the software says no to a person: one sentence in Chinese, with the field it is about. */
package org.rectification.refusal;
