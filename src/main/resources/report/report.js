(function () {
  'use strict';
  const byId = (id) => document.getElementById(id);
  const all = (selector) => Array.from(document.querySelectorAll(selector));
  const box = byId('filter');
  const field = byId('filter-text');
  const status = byId('filter-status');
  const checks = all('#filter input[type="checkbox"]');
  const kinds = [
    { items: all('article[data-verdict]'), one: 'broken entry', many: 'broken entries' },
    { items: all('tr[data-verdict]'), one: 'requirement', many: 'requirements' },
    { items: all('.case'), one: 'case', many: 'cases' }
  ];
  const scenarios = all('.scenario');
  const openAtFirst = new Map(scenarios.map((one) => [one, one.open]));
  const texts = new Map();

  function textOf(item) {
    if (!texts.has(item)) {
      const parts = item.matches('.case')
        ? Array.from(item.querySelectorAll(':scope > summary, :scope > .inside > :not(.exchange)'))
        : [item];
      texts.set(item, parts.map((part) => part.textContent).join(' ').toLowerCase());
    }
    return texts.get(item);
  }

  function filter() {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    const verdicts = new Set(checks.filter((one) => one.checked).map((one) => one.value));
    const fits = (item) => verdicts.has(item.dataset.verdict)
      ? words.every((word) => textOf(item).includes(word))
      : false;
    const said = [];
    for (const kind of kinds) {
      let shown = 0;
      for (const item of kind.items) {
        item.hidden = !fits(item);
        shown += item.hidden ? 0 : 1;
      }
      const total = kind.items.length;
      if (total !== 0) { said.push(shown + ' of ' + total + ' ' + (total === 1 ? kind.one : kind.many)); }
    }
    for (const scenario of scenarios) {
      scenario.hidden = scenario.querySelector('.case:not([hidden])') === null;
      scenario.open = words.length !== 0 ? !scenario.hidden : openAtFirst.get(scenario);
    }
    status.textContent = 'Shown: ' + said.join(', ') + '.';
  }

  function clear() {
    field.value = '';
    checks.forEach((one) => { one.checked = true; });
    filter();
  }

  function show() {
    let id = location.hash.slice(1);
    try { id = decodeURIComponent(id); } catch (malformed) { return; }
    const target = id === '' ? null : byId(id);
    if (target === null) { return; }
    if (target.closest('[hidden]') !== null) { clear(); }
    for (let one = target; one !== null; one = one.parentElement) {
      if (one.tagName === 'DETAILS') { one.open = true; }
    }
    target.scrollIntoView();
  }

  async function copy(button) {
    const said = button.nextElementSibling;
    const text = button.closest('.copyable').querySelector('pre');
    try {
      await navigator.clipboard.writeText(text.textContent);
      said.textContent = 'Copied';
    } catch (refused) {
      getSelection().selectAllChildren(text);
      said.textContent = document.execCommand('copy') ? 'Copied' : 'Selected: copy it with the keyboard';
    }
  }

  let opened = [];
  addEventListener('beforeprint', () => {
    opened = all('.broken details:not([open]), .unseen:not([open])');
    opened.forEach((one) => { one.open = true; });
  });
  addEventListener('afterprint', () => opened.forEach((one) => { one.open = false; }));
  addEventListener('hashchange', show);
  field.addEventListener('input', filter);
  checks.forEach((one) => one.addEventListener('change', filter));
  byId('filter-clear').addEventListener('click', () => { clear(); field.focus(); });
  all('.copyable button').forEach((one) => {
    one.hidden = false;
    one.addEventListener('click', () => copy(one));
  });
  box.hidden = false;
  filter();
  show();
}());
