/** After the signature: joint review of the reports, circular and publication, evaluation. */
package org.rectification.closure;
