/** Where the register of people meets the engine: substitution, hand-over of office, and tasks that follow both. */
package org.rectification.people.process;
