import type { ForwardedTo } from '../store.ts';
import { addressOf } from './address.ts';
import { type AuditRecord, readRecord, textOf } from './records.ts';
import { shown } from './shown.ts';

export interface SeenCommand {
  /** Null where the source has no time. */
  readonly at: Date | null;
  readonly text: string;
}

/** Puts the records of each call together as they come. */
export interface AuditReader {
  /** The commands that are now whole. */
  push(text: string): SeenCommand[];
  end(): SeenCommand[];
  /** Addresses that forwarded ports and SSH connected to, each once. */
  forwardedTo(): readonly ForwardedTo[];
}

/** Keys of the server's audit rules. */
const commandKey = 'sekisho-command';
const forwardKey = 'sekisho-forward';
/** Records of one call come together; one of which the last is missing is told without it. */
const togetherMs = 2000;
const mostArguments = 500;
const mostAddresses = 20;
const mostRemembered = 5000;

interface Call {
  readonly at: Date;
  readonly key: string;
  readonly program: string;
  readonly words: Map<string, string>;
}

export function createAuditReader(): AuditReader {
  const calls = new Map<string, Call>();
  const addresses = new Map<string, ForwardedTo>();
  // Records may come twice.
  const told = new Set<string>();
  const finish = (event: string): SeenCommand[] => {
    const call = calls.get(event);
    calls.delete(event);
    if (call === undefined || call.key !== commandKey) return [];
    if (told.size > mostRemembered) told.clear();
    told.add(event);
    return [{ at: call.at, text: textOfCall(call) }];
  };
  const connect = ({ fields }: AuditRecord) => {
    const to = addressOf(fields.get('saddr') ?? '');
    if (to !== null && addresses.size < mostAddresses) addresses.set(`${to.host} ${to.port}`, to);
  };
  return {
    push(text) {
      const record = readRecord(text);
      if (record === null) return [];
      const { event, at, type, fields } = record;
      const late = [...calls].filter(([, call]) => at.getTime() - call.at.getTime() > togetherMs);
      const whole = late.flatMap(([one]) => finish(one));
      if (type === 'SYSCALL' && !told.has(event)) begin(calls, record);
      const call = calls.get(event);
      if (call === undefined) return whole;
      if (type === 'EXECVE') for (const [name, value] of fields) call.words.set(name, value);
      if (type === 'SOCKADDR' && call.key === forwardKey) connect(record);
      // The last record of each call.
      return type === 'PROCTITLE' ? [...whole, ...finish(event)] : whole;
    },
    end: () => [...calls.keys()].flatMap(finish),
    forwardedTo: () => [...addresses.values()],
  };
}

function begin(calls: Map<string, Call>, { event, at, fields }: AuditRecord): void {
  const key = textOf(fields.get('key') ?? '');
  if (key !== commandKey && key !== forwardKey) return;
  // A program that was not there was not run; a connection that is under way says so by its failure.
  if (key === commandKey && fields.get('success') === 'no') return;
  calls.set(event, { at, key, program: textOf(fields.get('exe') ?? ''), words: new Map() });
}

function textOfCall({ program, words }: Call): string {
  const given: string[] = [];
  for (let index = 0; index < mostArguments; index += 1) {
    const word = wordAt(words, index);
    if (word === null) break;
    given.push(word);
  }
  // Of which the arguments were lost.
  if (given.length === 0) return `${shown([program])} …`;
  const all = Number(words.get('argc'));
  return given.length < all ? `${shown(given)} …` : shown(given);
}

/** A long argument comes in pieces: `a1[0]=… a1[1]=…`. */
function wordAt(words: ReadonlyMap<string, string>, index: number): string | null {
  const whole = words.get(`a${index}`);
  if (whole !== undefined) return textOf(whole);
  const pieces: string[] = [];
  for (let piece = words.get(`a${index}[0]`); piece !== undefined; ) {
    pieces.push(textOf(piece));
    piece = words.get(`a${index}[${pieces.length}]`);
  }
  return pieces.length === 0 ? null : pieces.join('');
}
