/**
 * Where the assistant stands: a page of its own, or a shadow root in a page of another site. `element` carries language, light or
 * dark; `announcer` tells those who do not see it.
 */
export const surface = {element: null, announcer: null};

export function standOn(element, announcer) {
  Object.assign(surface, {element, announcer});
}

/** Tells those who do not see the page. */
export function announce(text) {
  surface.announcer.textContent = text;
}

/** What has the focus, also inside a shadow root, which the document does not look into. */
export const focused = () => surface.element.getRootNode().activeElement;

/** Light, dark, or as the system has it. */
export function show(appearance) {
  if (appearance === 'auto') {
    delete surface.element.dataset.appearance;
  } else {
    surface.element.dataset.appearance = appearance;
  }
  surface.element.dispatchEvent(new Event('appearance'));
}
