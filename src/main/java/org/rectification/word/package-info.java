/** Word documents as offices here expect them: A4, 宋体 and 仿宋, the organisation in the header, numbered pages. */
package org.rectification.word;
