package org.salesconsultant.assistant.planner;

/** What is to be called: the state of a conversation, and what a follow-up edits. */
record Plan(String tool, Slots slots) {}
