/** How the plan-drafting model reaches the plan: listeners, delegates and what its forms show. */
package org.rectification.plan.process;
