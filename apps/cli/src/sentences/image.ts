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
    en: '{file} is no list of packages: one "name version" a line, as "dpkg-query --show" writes it.',
    ja: '{file} はパッケージの一覧として読めません。「dpkg-query --show」の出力(1 行に「名前 バージョン」)を指定してください。',
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
  'image-no-instance': {
    en: 'Say which server: --instance i-… (sekisho ops show tells it).',
    ja: 'サーバーを指定してください: --instance i-…(sekisho ops show で分かります)。',
  },
  'image-no-server': {
    en: 'No server {instance} runs in this account and region.',
    ja: 'このアカウントとリージョンで {instance} は動いていません。',
  },
  'image-other-runs': {
    en: '{instance} runs {runs}, not the candidate {image}. Nothing was inspected: start another server.',
    ja: '{instance} は候補 {image} ではなく {runs} で動いています。検査していません。サーバーを借り直してください。',
  },
  'image-says-nothing': {
    en: '{instance} wrote nothing of itself on its console in time. Read it: aws ec2 get-console-output --latest --instance-id {instance}. Images that are older than this command say nothing, and consoles are read at once on Nitro types alone.',
    ja: '{instance} は時間内にコンソールへ何も書き出しませんでした。確かめてください: aws ec2 get-console-output --latest --instance-id {instance}。このコマンドより古いイメージは書き出しません。また、コンソールをすぐに読めるのは Nitro のインスタンスタイプだけです。',
  },
  'image-not-whole': {
    en: '{instance} is not whole: {faults}. Do not promote this image.',
    ja: '{instance} に問題があります: {faults}。このイメージを昇格させないでください。',
  },
  'image-other-packages': {
    en: 'its packages are not those that were published',
    ja: 'パッケージが公開時の一覧と一致しません',
  },
  'image-silent': {
    en: 'commands that do not answer: {names}',
    ja: '応答しないコマンド: {names}',
  },
  'image-down': {
    en: 'units that are not active: {names}',
    ja: '動いていないユニット: {names}',
  },
  'image-whole': {
    en: '{instance} runs {image}: its packages are those that were published, every command answers, everything that watches is active.',
    ja: '{instance} は {image} で動いています。パッケージは公開時と一致し、コマンドはすべて応答し、監視はすべて動いています。',
  },
  'image-keep': {
    en: '--keep {value} is no number of images from 1 on.',
    ja: '--keep {value} は 1 以上の数で指定してください。',
  },
  'image-deprecated': { en: '{count} images: {images}', ja: '{count} 個のイメージ: {images}' },
  'image-none-old': { en: 'There is nothing older.', ja: '古いイメージはありません。' },
  'image-snapshots-left': {
    en: 'The images are gone, but AWS left their snapshots, which cost: {snapshots}. Delete them (aws ec2 delete-snapshot), and give this role ec2:DeleteSnapshot as docs/iam/image-promote.json does.',
    ja: 'イメージは削除しましたが、スナップショットが残っています(課金されます): {snapshots}。削除し(aws ec2 delete-snapshot)、このロールに docs/iam/image-promote.json の ec2:DeleteSnapshot を許可してください。',
  },
  'image-not-taken': {
    en: 'AWS does not show the image that was written ({detail}): new servers get the one before. Is the image still there? Then do it again.',
    ja: '書き込んだイメージが AWS に反映されていません({detail})。新しいサーバーには以前のイメージが使われます。イメージが残っているかを確かめて、もう一度実行してください。',
  },
  'image-invalid': {
    en: 'AWS refuses it: {detail}. A parameter that was made by hand as text can never hold an image: delete it, and publish or promote again.',
    ja: 'AWS に拒否されました: {detail}。手作業で text として作ったパラメーターにはイメージを入れられません。削除してから、もう一度実行してください。',
  },
  'image-refused': {
    en: 'AWS refuses it: {detail}.',
    ja: 'AWS に拒否されました: {detail}。',
  },
  'image-denied': {
    en: 'AWS does not let these credentials do it ({detail}). What each command needs is in docs/iam/image-publish.json, image-promote.json and image-inspect.json.',
    ja: 'この認証情報では実行できません ({detail})。各コマンドの権限は docs/iam/image-publish.json・image-promote.json・image-inspect.json にあります。',
  },
  'image-no-aws': {
    en: 'AWS does not take part: {detail}. Check AWS_REGION, the credentials and AWS_ENDPOINT_URL.',
    ja: 'AWS に接続できません: {detail}。AWS_REGION・認証情報・AWS_ENDPOINT_URL を確かめてください。',
  },
} as const satisfies Record<string, Pair>;
