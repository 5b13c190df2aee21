import { formatSpan } from '../time/format-duration.ts';
import type { ErrorWordsOf } from './words.ts';

/** Why a server is not replaced. */
export const replacingErrors: ErrorWordsOf<'image-unchanged' | 'lease-held' | 'replace-too-late'> =
  {
    'image-unchanged': {
      title: { en: 'No other image', ja: '新しいイメージなし' },
      en: ({ imageId, parameter }) => ({
        why: `The server runs on ${imageId}, which is what its launch template names now.`,
        fix:
          parameter === null
            ? 'The version of the template that was approved names this image itself: ask for a new server to have another.'
            : 'Promote a newer image (sekisho image promote), then replace it.',
      }),
      ja: ({ imageId, parameter }) => ({
        why: `サーバーのイメージは ${imageId} で、起動テンプレートがいま指すものと同じです。`,
        fix:
          parameter === null
            ? '承認された版のテンプレートがこのイメージを直接指しています。別のイメージにするには、新しいサーバーを依頼してください。'
            : '新しいイメージを公開(「sekisho image promote」)してから、入れ替えてください。',
      }),
    },
    'lease-held': {
      title: { en: 'Work goes on there', ja: '保持中のサーバー' },
      en: ({ id }) => ({
        why: 'The server is held for work that runs on its own, which would be lost.',
        fix: `Wait until it is done; or say that it may be lost: sekisho ops replace ${id} --force`,
      }),
      ja: ({ id }) => ({
        why: '作業が続くためサーバーが保持されています。入れ替えると作業は失われます。',
        fix: `終わるのを待つか、失われてよければ「sekisho ops replace ${id} --force」を実行してください。`,
      }),
    },
    'replace-too-late': {
      title: { en: 'Too late to replace', ja: '入れ替えには遅すぎます' },
      en: ({ id, leftSeconds, neededSeconds }) => ({
        why: `The lease ends in ${formatSpan(leftSeconds, 'en')}, and a new server may take ${formatSpan(neededSeconds, 'en')}: there would be none until the end.`,
        fix: `Extend it first: sekisho ops extend ${id} --by 30m. At its hard maximum, ask for a new one.`,
      }),
      ja: ({ id, leftSeconds, neededSeconds }) => ({
        why: `返却まで ${formatSpan(leftSeconds, 'ja')} です。新しいサーバーの準備には最長 ${formatSpan(neededSeconds, 'ja')} かかり、使えないまま終わるおそれがあります。`,
        fix: `先に延長してください: sekisho ops extend ${id} --by 30m(最長期限に達しているときは、新しく依頼してください)。`,
      }),
    },
  };
