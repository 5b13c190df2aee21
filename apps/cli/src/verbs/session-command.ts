/** Programs that a session is opened with. */
export type SessionProgram = 'aws' | 'docker';

/**
 * The program that a command opens a session with; null of any other command. A server must not choose what
 * runs on the holder's machine: a session of AWS, or a shell in a container, in exactly the words that Sekisho
 * gives for one.
 */
export function sessionProgram(argv: unknown): SessionProgram | null {
  if (!Array.isArray(argv) || !argv.every((word) => typeof word === 'string')) return null;
  if (isSsmSession(argv)) return 'aws';
  return isContainerShell(argv) ? 'docker' : null;
}

const words = ['aws', 'ssm', 'start-session'];

/**
 * What each option may say: no file of the holder's (`file://…`, which the AWS CLI reads and sends), no profile
 * of another account, no document that runs what it is given, no AWS elsewhere than on this machine.
 */
const options: ReadonlyMap<string, (value: string) => boolean> = new Map([
  ['--target', (value) => /^m?i-[0-9a-z]{1,32}$/.test(value)],
  ['--region', (value) => /^[a-z]{2}[a-z0-9-]{1,30}$/.test(value)],
  ['--document-name', (value) => /^[\w.-]{3,128}$/.test(value)],
  ['--parameters', isForward],
  ['--reason', (value) => /^[\w.:-]{1,256}$/.test(value)],
  ['--endpoint-url', (value) => /^http:\/\/(127\.0\.0\.1|localhost|\[::1\]):\d{1,5}$/.test(value)],
]);

function isSsmSession(argv: readonly string[]): boolean {
  const rest = argv.slice(words.length);
  const said = new Map(
    rest.flatMap((word, at) => (at % 2 === 0 ? [[word, rest[at + 1] ?? '']] : [])),
  );
  return (
    words.every((word, at) => argv[at] === word) &&
    said.size * 2 === rest.length &&
    said.has('--target') &&
    said.has('--document-name') === said.has('--parameters') &&
    [...said].every(([name, value]) => options.get(name)?.(value) === true)
  );
}

/** Where a port goes, and nothing else: a document that runs commands takes other parameters. */
function isForward(value: string): boolean {
  const said = parsed(value);
  return (
    Object.keys(said).toSorted().join() === 'host,localPortNumber,portNumber' &&
    Object.values(said).every(isOneWord)
  );
}

function parsed(text: string): object {
  try {
    return Object(JSON.parse(text)) as object;
  } catch {
    return {};
  }
}

function isOneWord(list: unknown): boolean {
  return Array.isArray(list) && list.length === 1 && /^[\w.:-]{1,253}$/.test(String(list[0]));
}

/** What follows the way to the engine: which user, where and what is the same for every container. */
const shell = [
  ...['exec', '--interactive', '--tty', '--user', 'holder'],
  ...['--workdir', '/work', '--env', 'HOME=/work'],
];

function isContainerShell([program, ...words]: readonly string[]): boolean {
  const way = wayLength(words);
  if (program !== 'docker' || way === 0) return false;
  const rest = words.slice(way);
  const [container = '', ...run] = rest.slice(shell.length);
  return (
    shell.every((word, index) => rest[index] === word) &&
    /^[0-9a-f]{12}$/.test(container) &&
    run.length === 2 &&
    run.join(' ') === 'bash -l'
  );
}

/** How many words say where the engine is: a context, a socket, or an address whose certificate is seen to; 0 of any other. */
function wayLength([option, place = '', verify]: readonly string[]): number {
  if (option === '--context') return /^[A-Za-z0-9][\w.-]{0,62}$/.test(place) ? 2 : 0;
  if (option !== '--host') return 0;
  if (/^unix:\/\/(\/[\w.@-]+)+$/.test(place)) return 2;
  const isAddress = /^tcp:\/\/[A-Za-z0-9][A-Za-z0-9.-]*:[1-9]\d{1,4}$/.test(place);
  return isAddress && verify === '--tlsverify' ? 3 : 0;
}
