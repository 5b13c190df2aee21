import type { Lease } from '@sekisho/contract';
import { missingText, stepTexts } from '@sekisho/words/leases';
import { formatSpan } from '@sekisho/words/time';
import { truncate } from '@sekisho/words/width';
import type { Host } from '../host.ts';
import { cleanLine } from '../print/clean.ts';
import { say } from '../sentences/say.ts';

/** Tells on standard error how far a lease is. */
export interface Progress {
  readonly show: (lease: Lease) => void;
  /** The server does not answer just now. */
  readonly away: () => void;
  readonly end: () => void;
}

const frames = ['◐', '◓', '◑', '◒'];
const frameMilliseconds = 250;
const clearLine = '\r\u001b[2K';

/** Progress for a person at a terminal, one line a step; silence for everything else. */
export function progressOn(host: Host, options: { readonly plain?: boolean }): Progress {
  const silent = { show: () => {}, away: () => {}, end: () => {} };
  if (!host.stderr.isTerminal) return silent;
  return options.plain === true ? plainProgress(host) : livelyProgress(host);
}

function plainProgress(host: Host): Progress {
  let last = '';
  const tell = (text: string) => {
    if (text !== last) void host.stderr.write(`${text}\n`);
    last = text;
  };
  return {
    show: (lease) => tell(stepText(host, lease)),
    away: () => tell(say(host, 'server-away')),
    end: () => {},
  };
}

function livelyProgress(host: Host): Progress {
  let text = '';
  let since = host.now();
  let turn = 0;
  const draw = () => {
    const span = formatSpan((host.now() - since) / 1000, host.language);
    turn = (turn + 1) % frames.length;
    const frame = frames[turn] ?? '';
    // Cut to the line: a wrapped line could not be cleared again.
    const line = truncate(`${frame} ${text} · ${span}`, host.stderr.columns - 1);
    void host.stderr.write(`${clearLine}${line}`);
  };
  const finish = () => {
    if (text !== '') void host.stderr.write(`${clearLine}✓ ${text}\n`);
  };
  const change = (next: string) => {
    if (next === text) return;
    finish();
    text = next;
    since = host.now();
    draw();
  };
  const timer = setInterval(draw, frameMilliseconds);
  return {
    show: (lease) => change(stepText(host, lease)),
    away: () => change(say(host, 'server-away')),
    end: () => {
      clearInterval(timer);
      void host.stderr.write(clearLine);
    },
  };
}

function stepText({ language }: Host, { id, step, missing, approval }: Lease): string {
  const text = `${id} ${stepTexts[step]?.[language] ?? step}`;
  if (missing !== null) return cleanLine(`${text} (${missingText(missing, language).why})`);
  const waits = step === 'waiting-approval' && approval.people.length > 0;
  return cleanLine(waits ? `${text} (${approval.people.join(', ')})` : text);
}
