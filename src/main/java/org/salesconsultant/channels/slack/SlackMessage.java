package org.salesconsultant.channels.slack;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;

/**
 * One message.
 *
 * @param text what a notification shows and a screen reader reads
 */
record SlackMessage(String text, List<LayoutBlock> blocks) {}
