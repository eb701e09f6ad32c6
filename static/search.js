// Suggestions while typing, and "/" to reach the search. Without this file the form works as well.
'use strict';
(() => {
  const PAUSE = 120; // ms without a key before the guide is asked

  for (const [number, input] of document.querySelectorAll('form[role=search] input[name=q]').entries()) {
    enhance(input, `suggestions-${number}`);
  }

  addEventListener('keydown', (event) => {
    const typing = event.target.closest('input, textarea, select, [contenteditable]');
    if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const inputs = document.querySelectorAll('form[role=search] input[name=q]');
    if (!inputs.length) return;
    event.preventDefault();
    inputs[inputs.length - 1].focus();
  });

  function enhance(input, id) {
    const list = document.createElement('ul');
    const field = input.parentElement;
    let options = [];
    let active = -1;
    let timer;
    let asked;

    Object.assign(list, { id, role: 'listbox', ariaLabel: 'Suggestions', className: 'suggestions', hidden: true });
    field.append(list);
    const attributes = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': id, 'aria-expanded': 'false' };
    for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);

    input.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(ask, PAUSE);
    });
    input.addEventListener('blur', () => show([]));
    input.addEventListener('keydown', (event) => {
      const steps = { ArrowDown: 1, ArrowUp: -1 };
      if (event.key in steps && options.length) {
        event.preventDefault();
        mark((active + 1 + steps[event.key] + options.length + 1) % (options.length + 1) - 1);
      } else if (event.key === 'Escape' && options.length) {
        event.preventDefault();
        show([]);
      } else if (event.key === 'Enter' && active >= 0) {
        event.preventDefault();
        location.assign(options[active].path);
      }
    });

    async function ask() {
      asked?.abort();
      const text = input.value.trim();
      if (!text) return show([]);
      asked = new AbortController();
      try {
        const reply = await fetch(`/suggest?q=${encodeURIComponent(text)}`, { signal: asked.signal });
        const found = reply.ok ? await reply.json() : [];
        show(document.activeElement === input ? found : []);
      } catch {
        // Aborted by the next key, or offline: the form still works.
      }
    }

    function show(found) {
      if (!found.length) asked?.abort();
      options = found;
      list.replaceChildren(...found.map(option));
      list.hidden = !found.length;
      input.setAttribute('aria-expanded', String(found.length > 0));
      mark(-1);
    }

    function option({ title, path, kind }, number) {
      const item = document.createElement('li');
      const of = document.createElement('span');
      of.textContent = kind;
      item.id = `${id}-${number}`;
      item.setAttribute('role', 'option');
      item.append(title, ' ', of);
      // Before the input loses its focus, which would take the list away.
      item.addEventListener('pointerdown', (event) => {
        event.preventDefault();
        location.assign(path);
      });
      return item;
    }

    function mark(number) {
      active = number;
      for (const [at, item] of [...list.children].entries()) item.setAttribute('aria-selected', String(at === active));
      if (active < 0) input.removeAttribute('aria-activedescendant');
      else input.setAttribute('aria-activedescendant', `${id}-${active}`);
    }
  }
})();
