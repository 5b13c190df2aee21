import type { Pair } from '@sekisho/words/language';
import type { LocalCommand, LocalOption } from './local-command.ts';

const option = (flags: string, en: string, ja: string): LocalOption => ({
  flags,
  help: { en, ja } satisfies Pair,
});

const image = option('--image <id>', 'the image: ami-…', 'イメージの ID(ami-…)');

/** The images of ops servers: which of them new servers get. They are called by the pipeline that builds them. */
export const imageCommands: readonly LocalCommand[] = [
  {
    words: ['image', 'publish'],
    examples: [
      'image publish --image ami-0abc --packages packages.txt --commit 5f1c0de --repository acme/infra --run-url https://github.com/acme/infra/actions/runs/1',
    ],
    help: {
      en: 'make an image the candidate, with where it comes from',
      ja: 'イメージを由来とともに候補にする',
    },
    options: [
      image,
      option(
        '--packages <file>',
        'its packages, as dpkg-query --show',
        'パッケージの一覧(dpkg-query --show の出力)',
      ),
      option(
        '--base <name>',
        'what it was built on (default: its tag sekisho:image-base)',
        '元にしたイメージ(既定はタグ sekisho:image-base)',
      ),
      option('--commit <sha>', 'commit that it was built from', '作成元のコミット'),
      option('--repository <name>', 'repository of that commit', 'コミットのリポジトリ'),
      option('--run-url <url>', 'the run that built it', '作成した実行の URL'),
      option('--packer <version>', 'version of Packer', 'Packer のバージョン'),
      option('--ansible <version>', 'version of Ansible', 'Ansible のバージョン'),
    ],
    work: async (host, asked) => (await import('../offline/image/publish.ts')).publish(host, asked),
  },
  {
    words: ['image', 'inspect'],
    examples: ['image inspect --instance i-0abc --image ami-0abc'],
    help: {
      en: 'see that a server of the candidate found itself whole',
      ja: '候補から起動したサーバーを検査する',
    },
    options: [
      option('--instance <id>', 'the server: i-…', 'サーバーの ID(i-…)'),
      image,
      option('--timeout <duration>', 'how long it may take (default: 5m)', '待つ時間(既定は 5m)'),
    ],
    work: async (host, asked) => (await import('../offline/image/inspect.ts')).inspect(host, asked),
  },
  {
    words: ['image', 'promote'],
    examples: ['image promote --image ami-0abc'],
    help: {
      en: 'make the candidate the image that new servers get',
      ja: '候補を、新しいサーバーのイメージにする',
    },
    options: [image],
    work: async (host, asked) => (await import('../offline/image/promote.ts')).promote(host, asked),
  },
  {
    words: ['image', 'rollback'],
    examples: ['image rollback'],
    help: {
      en: 'make the image that was current before current again',
      ja: '直前のイメージに戻す',
    },
    work: async (host, asked) =>
      (await import('../offline/image/promote.ts')).rollback(host, asked),
  },
  {
    words: ['image', 'list'],
    examples: ['image list'],
    help: { en: 'images, the newest first', ja: 'イメージの一覧' },
    work: async (host, asked) => (await import('../offline/image/list.ts')).list(host, asked),
  },
  {
    words: ['image', 'deprecate'],
    examples: ['image deprecate --keep 3', 'image deprecate --keep 6 --deregister'],
    help: {
      en: 'deprecate all but the newest images',
      ja: '新しいもの以外のイメージを非推奨にする',
    },
    options: [
      option('--keep <number>', 'how many newest stay (default: 3)', '残す数(既定は 3)'),
      option(
        '--deregister',
        'take them away for good, with their snapshots',
        'スナップショットとともに完全に削除する',
      ),
    ],
    work: async (host, asked) =>
      (await import('../offline/image/deprecate.ts')).deprecate(host, asked),
  },
];
