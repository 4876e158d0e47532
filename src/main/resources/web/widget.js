/*
 * The assistant on a page of another site: <script src="https://…/widget.js" data-token-url="/assistant-token" async></script>
 * All else is loaded from where this came from.
 */
(() => {
  const script = document.currentScript;
  const begun = import(new URL('js/embedded.js', script.src).href).then(module => module.embed(script));
  begun.catch(error => console.error('Sales Consultant could not be loaded.', error));
})();
