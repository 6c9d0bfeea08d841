/** What people upload: checked by its content, kept in the database in pieces, handed out to those who may see it. */
package org.rectification.file;
