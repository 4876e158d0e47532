package org.salesconsultant.assistant;

import java.util.List;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Status;

/**
 * Text and the findings it rests on. Its JSON is the outside contract of {@code POST /api/chat}.
 *
 * @param suggestions whole questions to ask next, or the options of a question asked back
 */
public record Answer(String conversationId, String messageId, String text, Brain brain, Status status, List<Finding> findings,
                     List<String> suggestions, long elapsedMs) {}
