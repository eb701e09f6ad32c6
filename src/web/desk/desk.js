// Shows a page anew when the guide has changed, and what is wrong with it until that is mended.
// Only a guide that is served with --watch has this script.
(() => {
  const KEPT = 'desk-scroll';
  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? 'null');
  sessionStorage.removeItem(KEPT);
  if (kept && kept.path === location.pathname) scrollTo(0, kept.top);

  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const style = document.createElement('link');
  style.rel = 'stylesheet';
  style.href = '/_editor/desk.css';
  root.append(style);
  document.body.append(host);

  // The number of the report that this page was drawn with.
  const shown = Number(document.currentScript.dataset.report);
  let closed; // the number of the report whose overlay was closed

  const reload = () => {
    sessionStorage.setItem(KEPT, JSON.stringify({ path: location.pathname, top: scrollY }));
    // A page that answers a posted form is asked for again without a question of the browser.
    const posted = document.querySelector('form[method="post"] textarea');
    if (posted?.defaultValue) posted.form.submit();
    else location.reload();
  };

  const element = (name, attributes, ...children) => {
    const made = Object.assign(document.createElement(name), attributes);
    made.append(...children);
    return made;
  };

  const clear = () => root.querySelectorAll('.overlay, .badge').forEach((old) => old.remove());

  const overlay = (errors, number) => {
    const close = element('button', { type: 'button', textContent: 'Close' });
    const items = errors.map((problem) =>
      element('li', {},
        element('a', { href: problem.open, textContent: problem.place }),
        element('pre', { textContent: problem.drawn })));
    const count = errors.length === 1 ? 'One mistake' : `${errors.length} mistakes`;
    const box = element('section', { className: 'overlay', tabIndex: -1 },
      element('header', {}, element('h2', { textContent: count }), close),
      element('p', { textContent: 'Readers of this preview see the last good version of these files.' }),
      element('ol', {}, ...items));
    box.setAttribute('role', 'alert');
    const shut = () => { closed = number; clear(); };
    close.addEventListener('click', shut);
    box.addEventListener('keydown', (event) => { if (event.key === 'Escape') shut(); });
    root.append(box);
  };

  const badge = (warnings) => {
    const words = warnings.length === 1 ? '1 warning' : `${warnings.length} warnings`;
    root.append(element('a', { className: 'badge', href: '/_editor', textContent: words }));
  };

  const events = new EventSource('/_editor/events');
  events.onmessage = ({ data }) => {
    const { number, problems } = JSON.parse(data);
    const errors = problems.filter((problem) => problem.level === 'error');
    const warnings = problems.filter((problem) => problem.level !== 'error');
    if (errors.length === 0 && number !== shown) return reload();
    clear();
    if (errors.length > 0 && closed !== number) overlay(errors, number);
    else if (warnings.length > 0) badge(warnings);
  };
})();
