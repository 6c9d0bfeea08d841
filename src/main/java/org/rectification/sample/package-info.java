/** 市级抽查: the county looks again at struck-off findings, drawn so that anybody can draw the same with the seed. */
package org.rectification.sample;
