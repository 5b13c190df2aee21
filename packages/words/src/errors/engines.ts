import type { ErrorWordsOf } from './words.ts';

/** How a container engine fails a verb. */
export const engineErrors: ErrorWordsOf<
  'engine-denied' | 'engine-unreachable' | 'engine-busy' | 'engine-refused'
> = {
  'engine-denied': {
    title: { en: 'Denied by the container engine', ja: 'コンテナエンジンによる拒否' },
    en: ({ detail }) => ({
      why: `The container engine refuses Sekisho (${detail}).`,
      fix: 'Ask an SRE to let Sekisho’s user use the engine’s socket, and to run sekisho doctor.',
    }),
    ja: ({ detail }) => ({
      why: `コンテナエンジンに拒否されました(${detail})。`,
      fix: 'エンジンのソケットの権限を sekisho doctor で確認するよう SRE に依頼してください。',
    }),
  },
  'engine-unreachable': {
    title: { en: 'Container engine does not answer', ja: 'コンテナエンジンの応答なし' },
    en: ({ detail }) => ({
      why: `The container engine does not answer as it should (${detail}).`,
      fix: 'Try again in a minute; if it stays so, ask an SRE to run sekisho doctor.',
    }),
    ja: ({ detail }) => ({
      why: `コンテナエンジンから正しい応答がありません(${detail})。`,
      fix: '1 分ほど待って再度試し、続くときは sekisho doctor の実行を SRE に依頼してください。',
    }),
  },
  'engine-busy': {
    title: { en: 'Container engine is busy', ja: 'コンテナエンジンの処理待ち' },
    en: ({ detail }) => ({
      why: `The container engine is at something else (${detail}).`,
      fix: 'Try again in a minute.',
    }),
    ja: ({ detail }) => ({
      why: `コンテナエンジンが別の処理をしています(${detail})。`,
      fix: '1 分ほど待って、もう一度試してください。',
    }),
  },
  'engine-refused': {
    title: { en: 'Not accepted by the container engine', ja: 'コンテナエンジンの受付不可' },
    en: ({ detail }) => ({
      why: `The container engine does not do it as this environment is configured (${detail}).`,
      fix: 'Ask an SRE to compare engine and opsServer of the environment in sekisho.yaml with what the engine has; sekisho doctor does.',
    }),
    ja: ({ detail }) => ({
      why: `この環境の設定ではコンテナエンジンが実行できません(${detail})。`,
      fix: 'sekisho.yaml の engine・opsServer とエンジンの内容を sekisho doctor で確認するよう SRE に依頼してください。',
    }),
  },
};
