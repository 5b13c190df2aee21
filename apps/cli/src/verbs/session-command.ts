/** Programs that a session is opened with. */
export type SessionProgram = 'aws' | 'docker';

/**
 * The program that a command opens a session with; null of any other command. A server must not choose what
 * runs on the holder's machine: `aws ssm start-session`, or a shell in a container in exactly the words that
 * Sekisho gives for one.
 */
export function sessionProgram(argv: unknown): SessionProgram | null {
  if (!Array.isArray(argv) || !argv.every((word) => typeof word === 'string')) return null;
  if (isSsmSession(argv)) return 'aws';
  return isContainerShell(argv) ? 'docker' : null;
}

function isSsmSession(argv: readonly string[]): boolean {
  const at = argv.indexOf('ssm');
  const before = argv.slice(1, at);
  const calm = before.every((word) =>
    /^(--(region|profile|endpoint-url|output)(=.*)?|[^-].*)$/.test(word),
  );
  return argv[0] === 'aws' && at > 0 && calm && argv[at + 1] === 'start-session';
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
