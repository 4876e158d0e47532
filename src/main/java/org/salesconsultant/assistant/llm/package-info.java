/** The OpenAI-compatible brain. */
@NullMarked
package org.salesconsultant.assistant.llm;

import org.jspecify.annotations.NullMarked;
