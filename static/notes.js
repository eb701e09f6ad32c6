// Notes and ticks, kept in this browser alone. Without this file the pages say what they say anyway.
'use strict';
(() => {
  const KEY = 'career-guide-notes';
  const LEVELS = ['awareness', 'working', 'practitioner', 'expert'];
  const here = location.pathname;
  const main = document.getElementById('main');
  const title = main.querySelector('h1').textContent;
  const form = main.querySelector('form[action="/skill-check"], form[action="/plan"]');

  if (here === '/notes') list();
  else own();

  function read() {
    try {
      return checked(JSON.parse(localStorage.getItem(KEY)));
    } catch {
      return {};
    }
  }

  function write(pages) {
    const entries = Object.entries(pages).filter(([, page]) => page.note || page.ticks.length);
    try {
      localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(entries)));
    } catch {
      alert('This browser keeps no notes: it is out of room, or told not to.');
    }
  }

  // Only what this script could have written; a file can hold anything.
  function checked(pages) {
    const known = Object.entries(pages ?? {}).flatMap(([path, page]) => {
      const ticks = LEVELS.filter((level) => Array.isArray(page?.ticks) && page.ticks.includes(level));
      const entry = { title: String(page?.title ?? path), ticks, note: String(page?.note ?? '') };
      return /^\/[a-z0-9/-]+$/.test(path) && !path.startsWith('//') ? [[path, entry]] : [];
    });
    return Object.fromEntries(known);
  }

  function change(path, title, edit) {
    const pages = read();
    edit((pages[path] = { ticks: [], note: '', ...pages[path], title }));
    write(pages);
  }

  function make(name, properties = {}, ...children) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  }

  function button(words, onclick) {
    return make('button', { type: 'button', onclick }, words);
  }

  function tick(page, level, isOn) {
    page.ticks = LEVELS.filter((it) => (it === level ? isOn : page.ticks.includes(it)));
  }

  // Boxes beside the levels of a skill, buttons for the form of a tool, a field for a note.
  function own() {
    const page = read()[here] ?? { ticks: [], note: '' };
    for (const item of main.querySelectorAll('.skill-levels > li')) {
      const level = item.id.replace('level-', '');
      const box = make('input', { type: 'checkbox', checked: page.ticks.includes(level) });
      box.onchange = () => change(here, title, (page) => tick(page, level, box.checked));
      item.append(make('p', { className: 'own' }, make('label', {}, box, ` I can do this: ${level}`)));
    }
    if (form) form.append(make('p', { className: 'own' }, button('Tick what my notes say', fill), ' ', button('Keep these ticks in my notes', keep)));
    const note = make('textarea', { id: 'note', rows: 4, value: page.note });
    note.oninput = () => change(here, title, (page) => (page.note = note.value));
    const about = make('p', { className: 'passport' }, 'Kept in this browser, sent to nobody. ', make('a', { href: '/notes' }, 'All my notes'));
    const section = make('section', { className: 'own' }, make('h2', {}, make('label', { htmlFor: 'note' }, 'My note')), note, about);
    const foot = main.querySelector('.foot');
    if (foot) foot.before(section);
    else main.firstElementChild.append(section);
  }

  function boxes() {
    return [...form.querySelectorAll('[name=have]')].map((box) => {
      const [id, level] = box.value.split(':');
      return { box, level, path: `/skills/${id}` };
    });
  }

  function fill() {
    const pages = read();
    for (const { box, level, path } of boxes()) {
      const held = pages[path]?.ticks ?? [];
      if (held.some((it) => LEVELS.indexOf(it) >= LEVELS.indexOf(level))) box.checked = true;
    }
  }

  function keep(event) {
    for (const { box, level, path } of boxes()) {
      const words = box.parentElement.textContent.trim();
      const name = words.startsWith('only') ? path : words.slice(0, words.lastIndexOf(','));
      if (box.checked) change(path, read()[path]?.title ?? name, (page) => tick(page, level, true));
    }
    event.target.textContent = 'Kept';
  }

  function list() {
    const place = document.getElementById('own');
    const said = make('p', { role: 'status' });
    const file = make('input', { type: 'file', id: 'file', accept: '.json,application/json' });
    file.onchange = async () => {
      try {
        const { pages } = JSON.parse(await file.files[0].text());
        add(checked(pages));
        said.textContent = 'Added to your notes.';
      } catch {
        said.textContent = 'This file holds no notes of the guide.';
      }
      file.value = '';
      draw();
    };
    const shown = make('div');
    const save = button('Save to a file', () => {
      const text = JSON.stringify({ format: KEY, pages: read() }, null, 2);
      const href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
      make('a', { href, download: 'career-guide-notes.json' }).click();
    });
    const clear = button('Delete all', () => {
      if (!confirm('Delete all notes and ticks in this browser?')) return;
      localStorage.removeItem(KEY);
      said.textContent = 'Deleted.';
      draw();
    });
    const take = make('p', { className: 'field' }, make('label', { htmlFor: 'file' }, 'Take from a file '), file);
    place.replaceChildren(shown, make('div', { className: 'tool' }, make('p', {}, save), take, make('p', {}, clear)), said);
    draw();

    function draw() {
      const pages = Object.entries(read()).sort(([, a], [, b]) => a.title.localeCompare(b.title));
      shown.replaceChildren(...pages.flatMap(([path, { title, ticks, note }]) => [
        make('h3', {}, make('a', { href: path }, title)),
        ...(ticks.length ? [make('p', { className: 'kicker' }, `I can do this: ${ticks.join(', ')}`)] : []),
        ...(note ? [make('p', { className: 'note-text' }, note)] : []),
      ]));
      if (!pages.length) shown.append(make('p', {}, 'Nothing is kept yet.'));
      save.disabled = clear.disabled = !pages.length;
    }
  }

  // What a file brings is added: nothing that is here gets lost.
  function add(brought) {
    const pages = read();
    for (const [path, { title, ticks, note }] of Object.entries(brought)) {
      const page = (pages[path] ??= { title, ticks: [], note: '' });
      for (const level of ticks) tick(page, level, true);
      if (!page.note.includes(note)) page.note = page.note ? `${page.note}\n\n${note}` : note;
    }
    write(pages);
  }
})();
