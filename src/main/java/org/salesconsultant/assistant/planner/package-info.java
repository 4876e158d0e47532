/** The embedded brain: a chat model of our own, deterministic, that needs no key. */
@NullMarked
package org.salesconsultant.assistant.planner;

import org.jspecify.annotations.NullMarked;
