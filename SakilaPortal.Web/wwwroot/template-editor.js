// Colours a template's text in a layer below the text area that is typed into, and moves its caret. The text stays the text area's own.
const words = /^[A-Za-z_]\w*\s*\.\s*[A-Za-z_]\w*/;
const number = /^-?\d+(\.\d+)?([eE][+-]?\d+)?/;

// Splits a text into [kind, text] pieces: tag, fn, str, key, num, op and plain.
export function pieces(text) {
  const all = [];
  let at = 0;
  const add = (kind, end) => { if (end > at) all.push([kind, text.slice(at, end)]); at = end; };
  while (at < text.length) {
    const rest = text.slice(at, at + 80);
    if (rest.startsWith('{{') && rest[2] !== '{') tag();
    else if (text[at] === '"') string();
    else if (number.test(rest)) add('num', at + number.exec(rest)[0].length);
    else add(/[{}[\]:,]/.test(text[at]) ? 'op' : 'plain', at + 1);
  }
  return all;

  function tag() {
    add('tag', at + 2);
    while (/\s/.test(text[at] ?? '')) add('plain', at + 1);
    const name = words.exec(text.slice(at, at + 80));
    if (name) add('fn', at + name[0].length);
    // A }} that closes brackets of the arguments does not end the tag; the beginning of another one does.
    for (let open = 0; at < text.length && !(open <= 0 && text.startsWith('}}', at)) && !text.startsWith('{{', at);) {
      const rest = text.slice(at, at + 40);
      if (rest[0] === '"' || rest[0] === "'") add('arg', closing(rest[0]));
      else if (number.test(rest)) add('num', at + number.exec(rest)[0].length);
      else {
        open += /[{[(]/.test(rest[0]) ? 1 : /[}\])]/.test(rest[0]) ? -1 : 0;
        add('op', at + 1);
      }
    }
    if (text.startsWith('}}', at)) add('tag', at + 2);
  }

  function closing(quote) {
    let end = at + 1;
    while (end < text.length && text[end] !== quote) end += text[end] === '\\' ? 2 : 1;
    return Math.min(text.length, end + 1);
  }

  // A JSON string may hold tags; what is followed by a colon is a name.
  function string() {
    let end = at + 1;
    while (end < text.length && text[end] !== '"' && text[end] !== '\n') {
      if (text.startsWith('{{', end)) {
        add('str', end);
        tag();
        end = at;
      } else end += text[end] === '\\' ? 2 : 1;
    }
    end = Math.min(text.length, end + 1);
    add(/^\s*:/.test(text.slice(end, end + 40)) ? 'key' : 'str', end);
  }
}

function paint(area) {
  const layer = area.previousElementSibling;
  layer.replaceChildren(...pieces(area.value).map(([kind, text]) => {
    if (kind === 'plain') return document.createTextNode(text);
    const span = document.createElement('span');
    span.className = `tok-${kind}`;
    span.textContent = text;
    return span;
  }), '\n');
  area.painted = area.value;
}

export function attach(id) {
  const area = document.getElementById(id);
  if (!area || area.dataset.lit) return;
  area.addEventListener('input', () => paint(area));
  area.addEventListener('scroll', () => { area.previousElementSibling.scrollLeft = area.scrollLeft; });
  area.dataset.lit = 'yes';
  paint(area);
}

// After the server has put another text in.
export function repaint(id) {
  const area = document.getElementById(id);
  if (area && area.painted !== area.value) paint(area);
}

export function insert(id, text) {
  const area = document.getElementById(id);
  area.focus();
  area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
  area.dispatchEvent(new Event('input', { bubbles: true }));
}

export function goTo(id, line, column) {
  const area = document.getElementById(id);
  const lines = area.value.split('\n');
  const at = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + Math.min(column - 1, (lines[line - 1] ?? '').length);
  area.focus();
  area.setSelectionRange(at, Math.min(at + 1, area.value.length));
  area.closest('.editor-box').scrollTop = (line - 4) * area.clientHeight / lines.length;
}

export function save(name, text) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
