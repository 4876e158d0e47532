package org.salesconsultant.seeded.channels;

/** Breaks: LangChain4j only in assistant, tools and knowledge. */
public final class UsesLangChain4j {
    public dev.langchain4j.data.message.ChatMessage broken;
}
