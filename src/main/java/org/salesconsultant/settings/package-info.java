/** Reads what people edit: settings, prompts, wording. A mistake is reported with file, line and the fix. */
@NullMarked
package org.salesconsultant.settings;

import org.jspecify.annotations.NullMarked;
