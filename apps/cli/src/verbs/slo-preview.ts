import type { InputOf } from '@sekisho/contract';
import { verbs } from '../commands/manifest.ts';
import type { Asked } from '../commands/options.ts';
import { readInput } from '../commands/read-input.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { bytesOf } from '../offline/slo/rule-files.ts';
import { say } from '../sentences/say.ts';
import { callerOf } from '../server/call.ts';
import { findServer } from '../server/find-server.ts';
import { showAnswer } from './show-answer.ts';

/**
 * Has the server judge a file of definitions that lies here, and shows what it would have measured.
 * Errors: `Failure` (exit code 2) when the file cannot be read, or there is any problem in it.
 */
export async function previewFile(host: Host, { words, options }: Asked): Promise<number> {
  const verb = verbs.find(({ name }) => name === 'slo.preview');
  if (verb === undefined) throw new RangeError('the manifest has no slo.preview');
  const [file, extra] = words;
  if (extra !== undefined) {
    const command = 'sekisho slo preview';
    throw new Failure('bad-input', say(host, 'too-many-words', { value: extra, command }));
  }
  if (file === undefined && options.id === undefined)
    throw new Failure('bad-input', say(host, 'preview-which', {}));
  const { id, days } = options;
  const said = readInput(host, verb, [], { id, days });
  const draft = file === undefined ? {} : await draftOf(host, file);
  const input = { ...said, ...draft } as InputOf<'slo.preview'>;
  const server = findServer(host, options);
  const call = callerOf(host, server);
  const answer = await call('slo.preview', input);
  const connect = () => ({ server, call });
  await showAnswer({ host, verb, input, options, key: undefined, connect }, answer);
  const count = answer.findings.filter(({ severity }) => severity === 'problem').length;
  if (count === 0) return 0;
  throw new Failure('bad-input', say(host, 'config-bad', { file: answer.file, count }));
}

/** What a file says, and where it lies beside sekisho.yaml: as its path says, else in `services`. */
async function draftOf(host: Host, path: string): Promise<{ file: string; text: string }> {
  const bytes = await bytesOf(host, path);
  const text = new TextDecoder('utf-8').decode(bytes);
  const parts = path.split(/[/\\]/);
  const at = parts.lastIndexOf('services');
  const below = at < 0 ? parts.slice(-1) : parts.slice(at + 1);
  return { file: ['services', ...below].join('/'), text };
}
