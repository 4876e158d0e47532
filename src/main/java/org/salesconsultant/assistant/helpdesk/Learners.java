package org.salesconsultant.assistant.helpdesk;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.ProbabilityLearner;
import org.salesconsultant.sales.SentenceLearner;

/**
 * What the helpdesk learns with.
 *
 * @param nearness of a text to the nearest passage of the documents that its examples are about, 0 where none is near
 * @param asked questions that these documents say they answer
 */
public record Learners(SentenceLearner sentences, ProbabilityLearner probabilities, ToDoubleBiFunction<Language, String> nearness, Function<Language, List<String>> asked) {}
