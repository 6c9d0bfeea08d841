/** What the web applications of the engine need from us to be ours: addresses; their look lies in the resources. */
package org.rectification.engine.web;
