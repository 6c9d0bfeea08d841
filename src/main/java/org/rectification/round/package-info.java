/** A round of inspection: its registration, its organisations and villages, and how feedback opens their rectification. */
package org.rectification.round;
