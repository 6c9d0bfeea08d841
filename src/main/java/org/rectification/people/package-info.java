/** Who is who: organisations as tenants, people, the duties they hold, and what each may see. */
package org.rectification.people;
