/** The agent's tools: each joins warehouse, knowledge and analytics into a Finding. */
@NullMarked
package org.salesconsultant.tools;

import org.jspecify.annotations.NullMarked;
