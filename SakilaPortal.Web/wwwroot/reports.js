// What the pages of reports need of the browser: an editor of SQL over a plain textarea.
window.reports = (() => {
  const words = /(--[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|('(?:[^']|'')*(?:'|$))|("(?:[^"]|"")*(?:"|$))|(:[A-Za-z_]\w*)|(\d+(?:\.\d+)?)|([A-Za-z_]\w*)|(\n)|(\s+)|([\s\S])/g;
  const kinds = ['comment', 'text', 'name', 'parameter', 'number', 'word'];
  const editors = new Map();

  const escaped = text => text.replace(/[&<>]/g, c => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' }[c]));

  class Editor {
    constructor(id, offers, owner) {
      this.text = document.getElementById(id);
      this.frame = this.text.closest('.sql-frame');
      this.paint = this.frame.querySelector('.sql-paint');
      this.lines = this.frame.querySelector('.sql-lines');
      this.list = this.frame.querySelector('.sql-offers');
      this.owner = owner;
      this.marks = [];
      this.offer(offers);
      this.text.addEventListener('input', e => { this.marks = []; this.draw(); if (e.inputType) this.suggest(false); });
      this.text.addEventListener('keydown', e => this.key(e));
      this.text.addEventListener('blur', () => this.close());
      this.text.addEventListener('scroll', () => this.close());
      this.list.addEventListener('mousedown', e => { e.preventDefault(); const item = e.target.closest('li'); if (item) this.accept(+item.dataset.place); });
      this.draw();
    }

    offer(offers) {
      this.tables = offers?.tables ?? [];
      this.functions = offers?.functions ?? [];
      this.keywords = offers?.keywords ?? [];
      this.isKeyword = new Set(this.keywords.map(word => word.toLowerCase()));
      this.isFunction = new Set(this.functions.map(one => one.name));
      this.isTable = new Set(this.tables.map(table => table.name));
      if (this.paint) this.draw();
    }

    classOf(word, value) {
      const lower = value.toLowerCase();
      return this.isKeyword.has(lower) ? 'keyword' : this.isFunction.has(lower) ? 'function' : this.isTable.has(lower) ? 'table' : '';
    }

    draw() {
      const value = this.text.value;
      const bad = this.marks.map(([line, column]) => this.offsetOf(line, column));
      let html = '';
      for (const match of value.matchAll(words)) {
        const kind = kinds.find((_, i) => match[i + 1] !== undefined);
        const isBad = bad.some(at => at >= match.index && at < match.index + match[0].length);
        const name = `${kind === 'word' ? this.classOf(match.index, match[0]) : kind ?? ''}${isBad ? ' bad' : ''}`.trim();
        html += name ? `<span class="sql-${name.replace(' ', ' sql-')}">${escaped(match[0])}</span>` : escaped(match[0]);
      }
      this.paint.innerHTML = html + '\n';
      const count = value.split('\n').length;
      const wrong = new Set(this.marks.map(mark => mark[0]));
      this.lines.innerHTML = Array.from({ length: count }, (_, i) => `<span${wrong.has(i + 1) ? ' class="bad"' : ''}>${i + 1}</span>`).join('');
      this.text.rows = Math.max(12, count + 1);
    }

    offsetOf(line, column) {
      const lines = this.text.value.split('\n');
      return lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
    }

    mark(marks) { this.marks = marks; this.draw(); }

    key(e) {
      if (e.ctrlKey && e.key === ' ') { e.preventDefault(); this.suggest(true); return; }
      if ((e.ctrlKey || e.metaKey) && e.key === 'Enter') { e.preventDefault(); this.owner?.invokeMethodAsync('OnTryAsync'); return; }
      if (this.list.hidden) return;
      if (e.key === 'ArrowDown' || e.key === 'ArrowUp') { e.preventDefault(); this.choose((this.chosen + (e.key === 'ArrowDown' ? 1 : this.found.length - 1)) % this.found.length); }
      else if (e.key === 'Enter' || e.key === 'Tab') { e.preventDefault(); this.accept(this.chosen); }
      else if (e.key === 'Escape') { e.preventDefault(); e.stopPropagation(); this.close(); }
    }

    suggest(asked) {
      const before = this.text.value.slice(0, this.text.selectionStart);
      const { begun, owner, isParameter, isOpen } = sqlScope.typed(before);
      if (!asked && (isOpen || (!owner && !isParameter && begun.length < 2))) return this.close();
      this.begun = begun;
      const start = begun.replace(/^"/, '').toLowerCase();
      this.found = this.candidates(before.slice(0, before.length - begun.length), owner, isParameter).filter(one => one.name.toLowerCase().startsWith(start) && (asked || one.name.toLowerCase() !== start));
      this.found = [...new Map(this.found.map(one => [one.name, one])).values()].slice(0, 12);
      this.found.length ? this.show() : this.close();
    }

    candidates(before, owner, isParameter) {
      if (isParameter) return sqlScope.parameters(this.text.value).map(one => ({ ...one, kind: 'parameter' }));
      const { read, parts } = sqlScope.of(this.text.value, this.tables);
      const columnsOf = table => table.columns.map(column => ({ name: column.name, note: column.type, kind: 'column' }));
      const tables = [...parts, ...this.tables].map(table => ({ name: table.name, note: table.database, kind: 'table' }));
      if (owner) {
        const named = read.get(owner) ?? this.tables.find(table => table.name === owner);
        return named ? columnsOf(named) : this.tables.filter(table => table.database === owner).map(table => ({ name: table.name, note: 'table', kind: 'table' }));
      }
      if (sqlScope.wantsTable(before)) return tables;
      const here = [...new Set(read.values())].flatMap(columnsOf);
      const functions = this.functions.map(one => ({ name: one.name, note: one.call, kind: 'function' }));
      return [...here, ...this.keywords.map(name => ({ name, note: '', kind: 'keyword' })), ...functions, ...tables];
    }

    show() {
      this.list.innerHTML = this.found.map((one, i) => `<li role="option" id="${this.text.id}-offer-${i}" data-place="${i}"><b>${escaped(one.name)}</b><span>${escaped(one.note)}</span></li>`).join('');
      const line = this.text.value.slice(0, this.text.selectionStart).split('\n');
      const box = getComputedStyle(this.text);
      const height = parseFloat(box.lineHeight);
      this.list.style.top = `${this.text.offsetTop + parseFloat(box.paddingTop) + line.length * height}px`;
      const left = this.text.offsetLeft + parseFloat(box.paddingLeft) + this.width(line.pop().slice(0, -this.begun.length || undefined), box) - this.text.scrollLeft;
      this.list.hidden = false;
      this.list.style.left = `${Math.max(0, Math.min(left, this.text.parentElement.clientWidth - this.list.offsetWidth - 8))}px`;
      this.choose(0);
    }

    width(text, box) {
      const context = (this.canvas ??= document.createElement('canvas').getContext('2d'));
      context.font = box.font;
      return context.measureText(text).width;
    }

    choose(place) {
      this.chosen = place;
      this.list.querySelectorAll('li').forEach((item, i) => item.setAttribute('aria-selected', i === place));
      this.list.children[place]?.scrollIntoView({ block: 'nearest' });
      this.text.setAttribute('aria-activedescendant', `${this.text.id}-offer-${place}`);
    }

    accept(place) {
      const one = this.found[place];
      const at = this.text.selectionStart;
      this.close();
      const quote = this.begun.startsWith('"') ? '"' : '';
      this.put(at - this.begun.length, at, quote + one.name + (one.kind === 'function' ? '(' : quote));
    }

    put(from, to, text) {
      this.text.focus();
      this.text.setRangeText(text, from, to, 'end');
      this.text.dispatchEvent(new Event('input', { bubbles: true }));
    }

    close() {
      this.list.hidden = true;
      this.text.removeAttribute('aria-activedescendant');
    }
  }

  return {
    edit(id, offers, owner) { editors.set(id, new Editor(id, offers, owner)); },
    offer: (id, offers) => editors.get(id)?.offer(offers),
    mark: (id, marks) => editors.get(id)?.mark(marks),
    redraw: id => editors.get(id)?.draw(),
    insert(id, text) { const editor = editors.get(id); editor?.put(editor.text.selectionStart, editor.text.selectionEnd, text); },
    goTo(id, line, column) { const editor = editors.get(id); if (!editor) return; const at = editor.offsetOf(line, column); editor.text.focus(); editor.text.setSelectionRange(at, at); },
    leave: id => editors.delete(id),
  };
})();
