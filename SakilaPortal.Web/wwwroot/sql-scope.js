// What a text of SQL names: the tables and parts that it reads, by name and by alias, with their columns, and its parameters.
window.sqlScope = (() => {
  const pieces = /(?<comment>--[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|(?<text>'(?:[^']|'')*(?:'|$))|(?<quoted>"(?:[^"]|"")*(?:"|$))|(?<word>[A-Za-z_]\w*)|(?<other>\d[\w.]*|\S)/g;
  const noAlias = new Set('WHERE GROUP HAVING ORDER LIMIT OFFSET FETCH UNION INTERSECT EXCEPT ON USING JOIN INNER LEFT RIGHT FULL CROSS NATURAL WINDOW TABLESAMPLE FROM SELECT WITH'.split(' '));
  const elsewhere = new Set('SELECT WHERE BY HAVING LIMIT OFFSET'.split(' '));

  const unquoted = text => text.replace(/^"|"$/g, '').replace(/""/g, '"').toLowerCase();

  function read(sql) {
    return [...sql.matchAll(pieces)].map(match => {
      const { comment, text, quoted, word } = match.groups;
      return { text: match[0], end: match.index + match[0].length, isSilent: comment !== undefined, isText: text !== undefined, isQuoted: quoted !== undefined, name: quoted ? unquoted(quoted) : word?.toLowerCase(), word: word?.toUpperCase() };
    });
  }

  const spoken = sql => read(sql).filter(token => !token.isSilent);

  // The place of the bracket that closes the one at `at`, or the end.
  function closing(tokens, at) {
    for (let depth = 0, i = at; i < tokens.length; i++) {
      depth += tokens[i].text === '(' ? 1 : tokens[i].text === ')' ? -1 : 0;
      if (depth === 0) return i;
    }
    return tokens.length;
  }

  const namesIn = (tokens, from, to) => tokens.slice(from, to).filter((token, i, all) => token.name && (i === 0 || all[i - 1].text === ',')).map(token => token.name);

  const renamed = (columns, names) => names.map((name, i) => ({ name, type: columns[i]?.type ?? '' }));

  class Scope {
    constructor(tables) { this.tables = tables; this.parts = new Map(); }

    // WITH a AS (…), b (x, y) AS (…)
    readParts(tokens) {
      tokens.forEach((token, start) => {
        if (token.word !== 'WITH') return;
        for (let i = tokens[start + 1]?.word === 'RECURSIVE' ? start + 2 : start + 1; tokens[i]?.name;) {
          const name = tokens[i++].name;
          let columns = null;
          if (tokens[i]?.text === '(') {
            const end = closing(tokens, i);
            columns = namesIn(tokens, i + 1, end);
            i = end + 1;
          }
          if (tokens[i]?.word !== 'AS' || tokens[i + 1]?.text !== '(') return;
          const end = closing(tokens, i + 1);
          const made = this.columnsOf(tokens.slice(i + 2, end));
          this.parts.set(name, { name, database: 'WITH', columns: columns ? renamed(made, columns) : made });
          if (tokens[end + 1]?.text !== ',') return;
          i = end + 2;
        }
      });
    }

    // What a query gives, as far as its text tells.
    columnsOf(tokens) {
      const items = [[]];
      let depth = 0;
      let i = tokens.findIndex(token => token.word === 'SELECT') + 1;
      if (i === 0) return [];
      for (; i < tokens.length && !(depth === 0 && tokens[i].word === 'FROM'); i++) {
        depth += tokens[i].text === '(' ? 1 : tokens[i].text === ')' ? -1 : 0;
        if (depth === 0 && tokens[i].text === ',') items.push([]);
        else if (tokens[i].word !== 'DISTINCT') items.at(-1).push(tokens[i]);
      }
      const read = this.readBy(tokens);
      const all = [...new Set(read.values())].flatMap(table => table.columns);
      const found = items.flatMap(item => {
        const last = item.at(-1);
        if (last?.text === '*') return item.length === 1 ? all : read.get(item[0].name)?.columns ?? [];
        if (!last?.name) return [];
        const isPlain = item.length === 1 || item.at(-2).text === '.';
        return [{ name: last.name, type: (isPlain && all.find(column => column.name === last.name)?.type) || '' }];
      });
      return [...new Map(found.map(column => [column.name, column])).values()];
    }

    // Tables and parts after FROM and JOIN, and after the commas between them.
    readBy(tokens) {
      const found = new Map();
      tokens.forEach((token, at) => {
        if (token.word !== 'FROM' && token.word !== 'JOIN') return;
        for (let i = at + 1; i < tokens.length;) {
          let table = null;
          const isBracket = tokens[i].text === '(';
          if (isBracket) {
            const end = closing(tokens, i);
            table = { columns: this.columnsOf(tokens.slice(i + 1, end)) };
            i = end + 1;
          } else {
            if (!tokens[i].name) return;
            while (tokens[i + 1]?.text === '.' && tokens[i + 2]?.name) i += 2;
            const { name } = tokens[i++];
            table = this.parts.get(name) ?? this.tables.find(one => one.name === name);
            if (tokens[i]?.text === '(') { i = closing(tokens, i) + 1; table = { columns: [] }; } else if (table) found.set(name, table);
          }
          if (tokens[i]?.word === 'AS') i++;
          if (tokens[i]?.name && !noAlias.has(tokens[i].word)) {
            const alias = tokens[i++].name;
            if (tokens[i]?.text === '(') {
              const end = closing(tokens, i);
              table = { columns: renamed(table?.columns ?? [], namesIn(tokens, i + 1, end)) };
              i = end + 1;
            }
            if (table) found.set(alias, table);
          }
          if (tokens[i]?.text !== ',') return;
          i++;
        }
      });
      return found;
    }
  }

  return {
    /// The tables that a text reads, by name and by alias, and the parts of its own.
    of(sql, tables) {
      const scope = new Scope(tables);
      const tokens = spoken(sql);
      scope.readParts(tokens);
      return { read: scope.readBy(tokens), parts: [...scope.parts.values()] };
    },

    /// What is being written at the end of a text: the beginning of a word, whose table stands before its dot.
    typed(before) {
      const tokens = read(before);
      const last = tokens.at(-1);
      const touches = last?.end === before.length;
      const isOpen = touches && (last.isSilent ? !last.text.endsWith('*/') : last.isText && !/^'.*'$/s.test(last.text));
      const isName = touches && (last.word || (last.isQuoted && !/^".*"$/s.test(last.text)));
      const [mark, owner] = (isName ? tokens.slice(0, -1) : tokens).slice(-2).reverse();
      const begun = isName ? last.text : '';
      const isNext = mark && mark.end === before.length - begun.length;
      return { begun, isOpen, owner: isNext && mark.text === '.' ? owner?.name : undefined, isParameter: isNext && mark.text === ':' };
    },

    /// Whether a table is expected next: after FROM, JOIN, or a comma between tables.
    wantsTable(before) {
      const tokens = spoken(before);
      const last = tokens.at(-1);
      if (last?.word === 'FROM' || last?.word === 'JOIN') return true;
      if (last?.text !== ',') return false;
      for (let depth = 0, i = tokens.length - 1; i >= 0 && depth >= 0; i--) {
        depth += tokens[i].text === ')' ? 1 : tokens[i].text === '(' ? -1 : 0;
        if (depth === 0 && tokens[i].word === 'FROM') return true;
        if (depth === 0 && elsewhere.has(tokens[i].word)) return false;
      }
      return false;
    },

    /// The parameters that the first comments declare, as the text writes them; a range of dates has two ends.
    parameters(sql) {
      const head = /^\s*(?:--[^\n]*(?:\n|$)\s*|\/\*[\s\S]*?(?:\*\/|$)\s*)*/.exec(sql)[0];
      return [...head.matchAll(/(?:^|[\n*-])[ \t]*parameter\s+([A-Za-z_]\w*)\s*:\s*(date\s+range)?(\w*)/gi)].flatMap(([, name, range, type]) =>
        range ? [{ name: `${name}_from`, note: 'date' }, { name: `${name}_to`, note: 'date' }] : [{ name, note: type }]);
    },
  };
})();
