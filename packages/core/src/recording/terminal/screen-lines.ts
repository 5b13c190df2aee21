import { createTokenizer, type Token } from './tokens.ts';

/** Columns of a line that are kept; a command that is longer is cut. */
const widest = 4096;
/** Room that is made at once: shells make it for a word that is put in. */
const mostInserted = 80;

interface Line {
  cells: string[];
  column: number;
}

/**
 * Lines as a screen would show them when each was ended: what was typed and taken back is gone. What
 * programs of the whole screen (editors, pagers) drew is left out.
 */
export function createScreenLines(): { push(piece: string): string[]; end(): string[] } {
  const tokenizer = createTokenizer();
  const line: Line = { cells: [], column: 0 };
  let isOtherScreen = false;
  const take = (token: Token): string[] => {
    if (token.kind === 'csi' && (token.final === 'h' || token.final === 'l')) {
      if (/^\?(?:47|1047|1049)$/.test(token.parameters)) isOtherScreen = token.final === 'h';
      return [];
    }
    if (isOtherScreen) return [];
    if (token.kind === 'control' && token.code === 0x0a) return [finish(line)];
    draw(line, token);
    return [];
  };
  return {
    push: (piece) => tokenizer.push(piece).flatMap(take),
    end() {
      const dropped = tokenizer.end().flatMap(take);
      return line.cells.length === 0 ? dropped : [...dropped, finish(line)];
    },
  };
}

function finish(line: Line): string {
  const text = line.cells.join('').trimEnd();
  line.cells = [];
  line.column = 0;
  return text;
}

function draw(line: Line, token: Token): void {
  if (token.kind === 'text') {
    for (const letter of token.text) put(line, letter);
  } else if (token.kind === 'control') {
    if (token.code === 0x0d) line.column = 0;
    if (token.code === 0x08) line.column = Math.max(0, line.column - 1);
    if (token.code === 0x09) put(line, ' ');
  } else if (token.kind === 'csi') {
    edit(line, token.final, Number(/^\d{1,4}$/.exec(token.parameters)?.[0] ?? Number.NaN));
  }
}

function put(line: Line, letter: string): void {
  if (line.column >= widest) return;
  while (line.cells.length < line.column) line.cells.push(' ');
  line.cells[line.column] = letter;
  line.column += 1;
}

/** How shells redraw the line that is being typed. */
function edit(line: Line, final: string, given: number): void {
  const count = Number.isNaN(given) || given === 0 ? 1 : given;
  switch (final) {
    case 'C':
      line.column = Math.min(widest, line.column + count);
      break;
    case 'D':
      line.column = Math.max(0, line.column - count);
      break;
    case 'G':
      line.column = Math.min(widest, count - 1);
      break;
    case 'P':
      line.cells.splice(line.column, count);
      break;
    case '@':
      insert(line, Math.min(count, mostInserted));
      break;
    case 'K':
      if (given === 2) line.cells = [];
      else if (given === 1) line.cells.fill(' ', 0, line.column);
      else line.cells.length = Math.min(line.cells.length, line.column);
      break;
  }
}

function insert({ cells, column }: Line, count: number): void {
  if (column > cells.length) return;
  cells.splice(column, 0, ...Array.from({ length: count }, () => ' '));
  cells.length = Math.min(cells.length, widest);
}
