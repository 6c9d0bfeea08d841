/** The two final reports, the Secretary's signature bound to their exact content, and their delivery (S44, S46). */
package org.rectification.signoff;
