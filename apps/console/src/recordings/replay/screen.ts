import { Terminal } from '@xterm/xterm';
import '@xterm/xterm/css/xterm.css';
import { guard } from './guard.ts';
import type { Screen } from './player.ts';

/** A terminal that only draws. */
export interface DrawnScreen extends Screen {
  /** What stands on it and scrolled off it, as plain text. */
  text(): string;
  /** Makes letters as large as the width allows. @param width CSS pixels */
  fit(width: number): void;
  dispose(): void;
}

/** CSS pixels: below, the terminal scrolls sideways instead. */
const letters = { least: 9, most: 14, usual: 12 } as const;

/** A terminal's own colours, light on dark whatever the page's theme: that is what programs expect. */
const theme = {
  background: '#12161c',
  foreground: '#e6eaf0',
  cursor: '#9db8f2',
  selectionBackground: '#3a4a6b',
};

/** Puts a terminal into an element of the page. @param size columns and rows */
export function openScreen(
  host: HTMLElement,
  size: { readonly width: number; readonly height: number },
): DrawnScreen {
  const terminal = new Terminal({
    ...{ cols: size.width, rows: size.height, theme, scrollback: 10_000 },
    ...{ disableStdin: true, cursorBlink: false, logLevel: 'off', allowProposedApi: false },
    ...{ fontSize: letters.usual, fontFamily: monospace(), minimumContrastRatio: 4.5 },
    // Whatever has a link's form is text here.
    linkHandler: { activate: () => undefined },
  });
  guard(terminal);
  // Keys are the replayer's.
  terminal.attachCustomKeyEventHandler(() => false);
  terminal.open(host);
  closeField(terminal.textarea);
  let gone = false;
  return {
    write: (text) =>
      gone ? Promise.resolve() : new Promise((resolve) => terminal.write(text, resolve)),
    reset: () => terminal.reset(),
    text: () => textOf(terminal),
    fit(width) {
      const drawn = host.querySelector('.xterm-screen')?.clientWidth ?? 0;
      if (drawn === 0) return;
      const now = terminal.options.fontSize ?? letters.usual;
      const fitting = Math.floor((now * width) / drawn);
      terminal.options.fontSize = Math.min(letters.most, Math.max(letters.least, fitting));
    },
    dispose() {
      gone = true;
      terminal.dispose();
    },
  };
}

function monospace(): string {
  return getComputedStyle(document.documentElement).getPropertyValue('--sk-mono').trim();
}

/** Nothing is typed into a recording: the field for it is out of everybody's way. */
function closeField(field: HTMLTextAreaElement | undefined): void {
  if (field === undefined) return;
  field.readOnly = true;
  field.tabIndex = -1;
  field.setAttribute('aria-hidden', 'true');
}

function textOf({ buffer: { active } }: Terminal): string {
  const lines: string[] = [];
  for (let row = 0; row < active.length; row += 1) {
    const line = active.getLine(row);
    const text = line?.translateToString(true) ?? '';
    if (line?.isWrapped && lines.length > 0) lines.push(`${lines.pop() ?? ''}${text}`);
    else lines.push(text);
  }
  return lines.join('\n').trimEnd();
}
