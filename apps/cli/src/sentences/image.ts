import type { Pair } from '@sekisho/words/language';

/** About `sekisho image …`. */
export const imageSentences = {
  'image-missing': {
    en: 'Say where the image comes from: {options}. See sekisho image publish --help',
    ja: 'イメージの由来を指定してください: {options}(sekisho image publish --help を参照)',
  },
  'image-unknown': {
    en: 'There is no image {image} of this account and region that is available and bears the tag sekisho:image=ops-server. Build it with images/ops-server, or look at the region.',
    ja: 'このアカウントとリージョンに、タグ sekisho:image=ops-server の付いた利用可能なイメージ {image} はありません。images/ops-server で作成するか、リージョンを確かめてください。',
  },
  'image-packages': {
    en: '{file} is no list of packages that fits a parameter: one "name version" a line, as "dpkg-query --show" writes it.',
    ja: '{file} はパッケージの一覧として読めないか、大きすぎます。「dpkg-query --show」の出力(1 行に「名前 バージョン」)を指定してください。',
  },
  'image-facts': {
    en: 'A fact is not what it should be: --run-url is https://…, and each is at most 300 characters long.',
    ja: '指定に誤りがあります。--run-url は https://… で、それぞれ 300 文字以内にしてください。',
  },
  'image-published': {
    en: '{image} is the candidate. Try it, then: sekisho image promote --image {image}',
    ja: '{image} を候補にしました。確かめてから実行してください: sekisho image promote --image {image}',
  },
  'image-no-candidate': {
    en: 'There is no candidate with its provenance. Publish one: sekisho image publish',
    ja: '由来の分かる候補がありません。先に公開してください: sekisho image publish',
  },
  'image-other-candidate': {
    en: 'The candidate is {image} by now: another run published it. Nothing was promoted.',
    ja: '候補はすでに {image} に変わっています(別の実行が公開しました)。何も変更していません。',
  },
  'image-promoted': {
    en: '{image} is current (before: {previous}). New servers get it; running ones keep theirs until sekisho ops replace.',
    ja: '{image} を現行のイメージにしました(以前: {previous})。新しいサーバーから使われます。動いているサーバーは sekisho ops replace で入れ替えてください。',
  },
  'image-rolled-back': {
    en: '{image} is current again (before: {previous}).',
    ja: '{image} を現行のイメージに戻しました(直前: {previous})。',
  },
  'image-nothing-before': {
    en: 'No image that was current before is there any more. Publish and promote another one.',
    ja: '以前に現行だったイメージは残っていません。別のイメージを公開してください。',
  },
  'image-keep': {
    en: '--keep {value} is no number of images from 1 on.',
    ja: '--keep {value} は 1 以上の数で指定してください。',
  },
  'image-deprecated': { en: '{count} images: {images}', ja: '{count} 個のイメージ: {images}' },
  'image-none-old': { en: 'There is nothing older.', ja: '古いイメージはありません。' },
  'image-denied': {
    en: 'AWS does not let these credentials do it ({detail}). They need what docs/iam/image-pipeline.json allows.',
    ja: 'この認証情報では実行できません ({detail})。docs/iam/image-pipeline.json の権限が必要です。',
  },
  'image-no-aws': {
    en: 'AWS does not take part: {detail}. Check AWS_REGION, the credentials and AWS_ENDPOINT_URL.',
    ja: 'AWS に接続できません: {detail}。AWS_REGION・認証情報・AWS_ENDPOINT_URL を確かめてください。',
  },
} as const satisfies Record<string, Pair>;
