/** What tests of the whole application share: one PostgreSQL server per JVM, one database per application context. */
package org.rectification.support;
