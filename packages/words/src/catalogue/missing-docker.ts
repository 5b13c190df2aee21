import type { Pair } from '../language.ts';
import type { WhyAndFix } from './why-and-fix.ts';

/** What keeps a server that is a container from becoming ready, or from being taken back. */
export const dockerPieces = {
  'no-timer': {
    en: {
      why: 'The container runs, but the timer that ends it at its hard maximum does not answer.',
      fix: 'Use the image of images/ops-server, or give yours sh, date, sleep, cat and mv; "docker logs" of the container says more.',
    },
    ja: {
      why: 'コンテナは動いていますが、上限時刻に終了させるタイマーが応答しません。',
      fix: 'images/ops-server のイメージを使うか、イメージに sh・date・sleep・cat・mv を入れてください。詳しくは docker logs で確認できます。',
    },
  },
  'engine-denied': {
    en: {
      why: 'The container engine refuses Sekisho.',
      fix: 'Let Sekisho’s user use the engine’s socket, or look at its certificates; sekisho doctor says more.',
    },
    ja: {
      why: 'コンテナエンジンに拒否されました。',
      fix: 'エンジンのソケットの権限か証明書を確認してください。詳しくは sekisho doctor で分かります。',
    },
  },
  'engine-unreachable': {
    en: {
      why: 'The container engine does not answer as it should.',
      fix: 'It is tried again by itself; see that the engine runs and can be reached, with sekisho doctor.',
    },
    ja: {
      why: 'コンテナエンジンから正しい応答がありません。',
      fix: '自動で再試行します。エンジンの起動と経路を sekisho doctor で確認してください。',
    },
  },
  'engine-busy': {
    en: {
      why: 'The container engine is at something else with this container.',
      fix: 'Nothing to do: it goes on by itself.',
    },
    ja: {
      why: 'コンテナエンジンがこのコンテナの別の処理をしています。',
      fix: '操作は要りません。終わりしだい自動で続きます。',
    },
  },
  'engine-refused': {
    en: {
      why: 'The container engine does not start it as it is configured.',
      fix: 'Compare engine and opsServer of the environment in sekisho.yaml with what the engine has; the technical detail names the value.',
    },
    ja: {
      why: 'この設定ではコンテナエンジンが起動できません。',
      fix: 'sekisho.yaml の engine と opsServer をエンジンの内容と見比べてください。問題の値は技術的な詳細にあります。',
    },
  },
  'image-gone': {
    en: {
      why: 'The container engine has no longer the image or the network of this lease.',
      fix: 'Bring it back on the engine’s host, or name another in sekisho.yaml, and ask again.',
    },
    ja: {
      why: 'この貸出のイメージかネットワークが、コンテナエンジンからなくなっています。',
      fix: 'エンジンのホストで元に戻すか、sekisho.yaml で別のものを指定して、もう一度依頼してください。',
    },
  },
  'ended-at-launch': {
    en: {
      why: 'The container ended right after its start.',
      fix: 'Look at "docker logs" of it: it lacks a program that its timer needs, or memory.',
    },
    ja: {
      why: 'コンテナが起動直後に終了しました。',
      fix: 'docker logs で確認してください。タイマーに必要なプログラムかメモリーが足りないことが多いです。',
    },
  },
} as const satisfies Readonly<Record<string, Pair<WhyAndFix>>>;
