import type { WordsOf } from './words.ts';

export const doctorWords: WordsOf<'doctor.examine'> = {
  'doctor.examine': {
    title: { en: 'Examine the installation', ja: '環境の診断' },
    help: {
      en: 'say whether this installation can keep its promises, and what to do',
      ja: 'この環境が約束を守れる状態かを調べ、対処を示します',
    },
    command: { en: 'examine', ja: '診断' },
    fields: {
      only: { en: 'only this check; may be repeated', ja: 'この項目だけを調べる。繰り返し可' },
      account: { en: 'only this AWS account', ja: 'この AWS アカウントだけを調べる' },
    },
  },
};
