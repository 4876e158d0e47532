// Light or dark before the first paint; loaded as a plain script in the head for that. Storage may be refused.
(() => {
  let chosen = 'auto';
  try {
    chosen = localStorage.getItem('sales-consultant.appearance') ?? 'auto';
  } catch { /* the system's choice stands */ }
  if (chosen === 'light' || chosen === 'dark') {
    document.documentElement.dataset.appearance = chosen;
  }
})();
