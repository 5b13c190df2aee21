import type { Pair } from '../language.ts';
import type { WhyAndFix } from './why-and-fix.ts';

/** What keeps a server that is a container from becoming ready. */
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
} as const satisfies Readonly<Record<string, Pair<WhyAndFix>>>;
