import { SettingsError } from './settings-error.ts';

/** What a process of ours is to be. */
export type Mode = 'serve' | 'practice' | 'practice aws' | 'practice server';

const modes: readonly Mode[] = ['serve', 'practice', 'practice aws', 'practice server'];

/** Said to the half that practice starts itself: it prints nothing. */
const ofParent = '--child';

/**
 * Reads the command line of a server. Errors: `SettingsError` for anything else, so that nobody
 * believes in an option that there is not: all settings come from the environment.
 */
export function readMode(argv: readonly string[]): {
  readonly mode: Mode;
  readonly child: boolean;
} {
  const words = argv.filter((word) => word !== ofParent);
  const mode = modes.find((one) => one === words.join(' '));
  const child = words.length < argv.length;
  if (mode !== undefined && (!child || mode === 'practice aws')) return { mode, child };
  const [strange] = argv.filter((word) => !/^(serve|practice|aws|server)$/.test(word));
  const what = strange === undefined ? '' : `There is no "${strange}" here. `;
  throw new SettingsError(
    `${what}Say \`serve\`, \`practice\`, \`practice aws\` or \`practice server\`; settings come from the environment.`,
  );
}
