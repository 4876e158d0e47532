/** Answer checks: a company's own questions with what their answers must say, asked and compared. */
@org.jspecify.annotations.NullMarked
package org.salesconsultant.assistant.evaluation;
