/** Talks that an organisation asks a supervising body for (约请沟通, S34): request, answer, minutes, effect on the findings. */
package org.rectification.consultation;
