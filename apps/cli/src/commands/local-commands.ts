import type { Language } from '@sekisho/contract';
import type { Pair } from '@sekisho/words/language';
import { type Command, Option } from 'commander';
import type { Host } from '../host.ts';
import { accessCommands } from './access-commands.ts';
import { awsConfig } from './aws-config-command.ts';
import { awsCredentialCommands } from './aws-credential-commands.ts';
import { awsDiscover } from './aws-discover-command.ts';
import { doctorCommand } from './doctor-command.ts';
import { addGlobalOptions, helpText } from './global-options.ts';
import { groupSummary, isGroup } from './groups.ts';
import { imageCommands } from './image-commands.ts';
import { keepCommands } from './keep-commands.ts';
import type { LocalCommand, LocalOption } from './local-command.ts';
import { loginCommands } from './login-commands.ts';
import { allOptions } from './options.ts';
import { planCommands } from './plan-commands.ts';
import { sloCommands } from './slo-commands.ts';
import type { Take } from './take.ts';

const serverHelp = {
  practice: { en: 'open practice: a world without consequences', ja: '練習環境を開く' },
  aws: { en: 'start practice AWS alone', ja: '練習用 AWS だけを起動' },
  server: { en: 'start the practice server alone', ja: '練習サーバーだけを起動' },
  serve: { en: 'start the server', ja: 'サーバーを起動' },
} as const satisfies Record<string, Pair>;

export const localCommands: readonly LocalCommand[] = [
  {
    words: ['check'],
    examples: ['check sekisho.yaml'],
    argument: '[file]',
    help: {
      en: 'find every problem in sekisho.yaml and the SLOs beside it',
      ja: 'sekisho.yaml と services の SLO の問題をすべて調べる',
    },
    work: async (host, asked) => (await import('../offline/check.ts')).check(host, asked),
  },
  {
    words: ['schema'],
    examples: ['schema > sekisho.schema.json'],
    help: { en: 'write the JSON Schema of sekisho.yaml', ja: 'sekisho.yaml の JSON Schema を出力' },
    work: async (host) => (await import('../offline/schema.ts')).schema(host),
  },
  {
    words: ['slack', 'manifest'],
    examples: ['slack manifest > manifest.json'],
    help: { en: 'write the manifest of the Slack app', ja: 'Slack アプリのマニフェストを出力' },
    options: [
      {
        flags: '--mode <mode>',
        help: {
          en: 'how Slack reaches us: socket or http (with --url)',
          ja: 'Slack との接続方法: socket または http(--url も指定)',
        },
        choices: ['socket', 'http'],
      },
    ],
    work: async (host, asked) =>
      (await import('../offline/slack-manifest.ts')).slackManifest(host, asked),
  },
  ...sloCommands,
  awsConfig,
  ...awsCredentialCommands,
  awsDiscover,
  ...accessCommands,
  ...planCommands,
  {
    words: ['practice'],
    examples: ['practice'],
    help: serverHelp.practice,
    passThrough: true,
    work: async (_host, { words }) => startServer(['practice', ...words]),
  },
  ...(['aws', 'server'] as const).map(
    (half): LocalCommand => ({
      words: ['practice', half],
      examples: [`practice ${half}`],
      help: serverHelp[half],
      passThrough: true,
      work: async (_host, { words }) => startServer(['practice', half, ...words]),
    }),
  ),
  ...loginCommands,
  ...imageCommands,
  ...keepCommands,
  doctorCommand,
  {
    words: ['serve'],
    examples: ['serve'],
    help: serverHelp.serve,
    passThrough: true,
    work: async (_host, { words }) => startServer(['serve', ...words]),
  },
  {
    words: ['completion'],
    examples: ['completion bash > ~/.local/share/bash-completion/completions/sekisho'],
    argument: '[shell]',
    help: { en: 'completion for bash, zsh or fish', ja: 'bash・zsh・fish の補完を出力' },
    work: async (host, asked) => (await import('../completion/script.ts')).completion(host, asked),
  },
  {
    words: ['complete'],
    help: { en: 'answers the shell', ja: 'シェルに答える' },
    hidden: true,
    passThrough: true,
    work: async (host, asked, program) =>
      (await import('../completion/candidates.ts')).complete(host, asked.words, program),
  },
];

/** Adds the commands that need no server of Sekisho's, or that start one. */
export function addLocalCommands(program: Command, host: Host, take: Take): void {
  for (const local of localCommands) {
    const [first, second] = local.words;
    const parent = second === undefined ? program : groupFor(program, first, host.language);
    // A word alone may be a group as well: `practice` opens all of what `practice aws` opens a part of.
    const command =
      second === undefined && isGroup(first)
        ? groupFor(program, first, host.language)
        : parent.command(second ?? first, { hidden: local.hidden === true });
    command.description(local.help[host.language]).allowExcessArguments();
    if (local.argument !== undefined) command.argument(local.argument);
    for (const option of local.options ?? []) addOption(command, option, host.language);
    if (local.passThrough) command.argument('[words...]').passThroughOptions().allowUnknownOption();
    // A server's command line is the server's: its options are not ours to take.
    if (local.passThrough) command.helpOption('-h, --help', helpText[host.language]);
    else addGlobalOptions(command, host.language);
    command.action(() => {
      const asked = { words: command.args, options: allOptions(command) };
      take(() => local.work(host, asked, program));
    });
  }
}

function addOption(
  command: Command,
  { flags, help, choices, many }: LocalOption,
  language: Language,
): void {
  const option = new Option(flags, help[language]);
  if (choices !== undefined) option.choices(choices);
  if (many)
    option.argParser((value: string, before: string[] | undefined) => [...(before ?? []), value]);
  command.addOption(option);
}

/** The command that holds a group, made when first asked for. */
export function groupFor(program: Command, name: string, language: Language): Command {
  const known = program.commands.find((command) => command.name() === name);
  if (known !== undefined) return known;
  const group = program.command(name).description(groupSummary(language, name));
  group.enablePositionalOptions();
  return addGlobalOptions(group.helpCommand(false), language);
}

async function startServer(argv: readonly string[]): Promise<number> {
  const { main } = await import('@sekisho/server/main');
  await main(argv);
  return 0; // it has started, and lives on until it is told to stop
}
