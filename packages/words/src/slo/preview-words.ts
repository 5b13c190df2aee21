import type { Language, PreviewBasis, PreviewedSlo, PreviewTrouble } from '@sekisho/contract';
import type { Pair } from '../language.ts';
import { countText } from './short-figures.ts';

/** Where the minutes of a preview are from, or why there are none and what to do. */
const bases: Readonly<Record<PreviewBasis, Pair>> = {
  counted: {
    en: 'From the minutes that the server has counted.',
    ja: 'サーバーが計測済みのデータです。',
  },
  recounted: {
    en: 'Counted anew from the logs that the server reads.',
    ja: 'サーバーが読んでいるログから数え直しました。',
  },
  asked: {
    en: 'Not in force yet: its source was asked just now.',
    ja: 'この定義はまだ有効ではないため、計測元に問い合わせた結果です。',
  },
  'nothing-there': {
    en: 'Its source answered, but has no event for this indicator: compare the names and labels of the query with what the source holds.',
    ja: '計測元は応答しましたが、この指標に当てはまるデータがありません。クエリの名前とラベルが計測元にあるものと一致するか確かめてください。',
  },
  'source-new': {
    en: 'Its source is not in force as it is written here: a preview asks no other. Put the source into force first.',
    ja: 'この計測元は、ここに書かれた内容ではまだ有効ではありません。先に計測元を反映してください(プレビューでは問い合わせません)。',
  },
  unasked: {
    en: 'This definition was never counted: its source is being asked …',
    ja: 'この定義ではまだ計測していないため、計測元に問い合わせています…',
  },
  'not-asked': {
    en: 'Nothing was counted for this definition yet: its source is read once the definition is in force, its past included.',
    ja: 'この定義ではまだ計測していません。定義が反映されると、過去の分も含めて計測が始まります。',
  },
  sent: {
    en: 'Its source sends events by itself and keeps no past to ask for: minutes of this definition begin when it is in force.',
    ja: 'この計測元はデータが送られてくる種類で、過去の分を問い合わせられません。この定義での計測は、反映された時点から始まります。',
  },
  probed: {
    en: 'A probe knows only what it tried: minutes of this definition begin when it is in force.',
    ja: 'プローブは実行した結果しか分かりません。この定義での計測は、反映された時点から始まります。',
  },
  paid: {
    en: 'Athena bills each question, so a preview asks none: this definition is counted once it is in force, its past included.',
    ja: 'Athena は問い合わせごとに課金されるため、プレビューでは問い合わせません。定義が反映されると、過去の分も含めて計測が始まります。',
  },
  'needs-sre': {
    en: 'This definition was never counted. Only an SRE may have its source counted anew: ask one to preview it.',
    ja: 'この定義ではまだ計測していません。計測元への問い合わせやログの数え直しは SRE だけができます。SRE に確認を依頼してください。',
  },
  unreadable: {
    en: 'Its source cannot be read now.',
    ja: '計測元を今は読めません。',
  },
  'too-many': {
    en: 'Three definitions are counted anew at a time: leave the others out to see this one.',
    ja: '一度に数え直せる定義は 3 つまでです。ほかの定義を外して確かめてください。',
  },
  busy: {
    en: 'Others have this source asked right now: ask again in a few seconds.',
    ja: 'ほかの人がこの計測元に問い合わせています。数秒待って、もう一度プレビューしてください。',
  },
  'nothing-yet': {
    en: 'No minute of its source has come in yet.',
    ja: '計測元のデータがまだ届いていません。',
  },
};

const shownInstead: Pair = {
  en: 'Shown instead: the minutes of the definition in force, with the target and window written here. They say nothing of the changed indicator.',
  ja: '代わりに、有効な定義で計測したデータを、ここに書かれた目標と期間で表示しています。指標の変更は反映されていません。',
};

/** By the code of a trouble, what to do next; a code that is not here is told by its message alone. */
const afterTrouble: Readonly<Record<string, Pair>> = {
  unreachable: {
    en: 'Look whether the server can reach it (address, proxy, firewall), then preview again.',
    ja: 'サーバーから接続できるか(アドレス、プロキシ、ファイアウォール)を確認してから、もう一度プレビューしてください。',
  },
  slow: {
    en: 'A preview waits for seconds only. Narrow the query with labels (such as job or service), or look how busy the source is.',
    ja: 'プレビューは数秒しか待ちません。ラベル(job や service など)でクエリを絞るか、計測元の負荷を確かめてください。',
  },
  'too-much': {
    en: 'The query finds too many series for a preview: narrow it with labels (such as job or service).',
    ja: 'クエリに当てはまる系列が多すぎます。ラベル(job や service など)で絞ってください。',
  },
  limited: {
    en: 'It asked for fewer calls: wait a minute, then preview again.',
    ja: '呼び出しが多すぎると断られました。1 分ほど待って、もう一度プレビューしてください。',
  },
  denied: {
    en: 'The variable that the source names, or the role of the server, must be allowed to read this: mend that, then preview again.',
    ja: '計測元が指す環境変数、またはサーバーのロールに読み取りの権限が必要です。権限を直して、もう一度プレビューしてください。',
  },
  refused: {
    en: 'Correct the query or the name that the source does not accept.',
    ja: '計測元が受け付けないクエリや名前を直してください。',
  },
  gone: {
    en: 'What the source names is not there any more: correct its path, bucket or prefix.',
    ja: '指定の場所にもうありません。パス、バケット、プレフィックスを直してください。',
  },
  'bad-answer': {
    en: 'What answered is not what was asked for: look at the address and the version of the other side.',
    ja: '応答を理解できません。アドレスと相手側のバージョンを確かめてください。',
  },
};

type Shown = NonNullable<PreviewedSlo['shown']>;
type Noted = Pick<PreviewedSlo, 'basis' | 'asked' | 'trouble' | 'instead' | 'window'> & {
  readonly shown: Pick<Shown, 'clients'> | null;
};

/** What is to be known of an SLO's preview, a sentence or two each: where it is from, how far, what is wrong. */
export function previewNotes(slo: Noted, language: Language): readonly string[] {
  const { basis, asked, trouble, instead, shown } = slo;
  const clients = shown?.clients ?? null;
  const space = language === 'ja' ? '' : ' ';
  const first = [
    bases[basis][language],
    ...(asked === null ? [] : [hoursText(slo, asked, language)]),
  ];
  return [
    first.join(space),
    ...(trouble === null ? [] : [troubleText(trouble, asked !== null, language)]),
    ...(instead ? [shownInstead[language]] : []),
    ...(clients === null ? [] : [clientsText(clients, language)]),
  ];
}

/** Clients' own errors, which no budget shows; none may mean that their query finds nothing. */
function clientsText(
  { errors, requests }: NonNullable<Shown['clients']>,
  language: Language,
): string {
  if (errors === 0)
    return {
      en: "No client's own error was counted: if there should be some, compare the name and labels of clientErrors with what the source holds.",
      ja: 'クライアント側のエラーは 1 件も数えられていません。あるはずなら、clientErrors の名前とラベルが計測元にあるものと一致するか確かめてください。',
    }[language];
  const [own, all] = [countText(errors), countText(requests)];
  return {
    en: `${own} of ${all} requests failed by their client's own error. Those spend no budget; a jump in their share pages.`,
    ja: `リクエスト ${all} 件のうち ${own} 件はクライアント側のエラーです。バジェットは減りませんが、割合が急に増えると通知します。`,
  }[language];
}

/** How far back a source was asked, and that a budget of so little is not that of a whole window. */
function hoursText(
  { basis, window }: Noted,
  asked: { readonly from: string; readonly to: string },
  language: Language,
): string {
  const minutes = Math.round((Date.parse(asked.to) - Date.parse(asked.from)) / 60_000);
  const hours = Math.max(1, Math.round(minutes / 60));
  const last = {
    en: `the last ${hours === 1 ? 'hour' : `${hours} hours`}`,
    ja: `直近 ${hours} 時間`,
  };
  if (basis === 'nothing-there')
    return { en: `Looked at: ${last.en}.`, ja: `確かめた範囲: ${last.ja}。` }[language];
  const isShort = window.minutes === null || window.minutes > minutes;
  const own = {
    en: ', and the budget is that of these hours',
    ja: 'し、バジェットもその分だけで計算',
  };
  return {
    en: `Counted from ${last.en} only, to spare it${isShort ? own.en : ''}.`,
    ja: `負荷を抑えるため、${last.ja}分だけを集計${isShort ? own.ja : ''}しています。`,
  }[language];
}

function troubleText(
  { source, code, message }: PreviewTrouble,
  isPart: boolean,
  language: Language,
): string {
  const said = message.replace(/[.。\s]+$/, '');
  const what = {
    en: `${source} ${isPart ? 'gave no more' : 'could not be asked'}: ${said}.`,
    ja: `${source} ${isPart ? 'からそれより前は読めません' : 'に問い合わせできません'}: ${said}。`,
  }[language];
  const next = afterTrouble[code]?.[language];
  return next === undefined ? what : `${what}${language === 'ja' ? '' : ' '}${next}`;
}

/** That the target of a file is not the one in force, and what to do. @param percents as people read them */
export function agreedHoldsText(file: string, agreed: string, id: string, language: Language) {
  return {
    en: `The file says ${file}, agreed is ${agreed}, and what was agreed holds. Change the file to ${agreed}, or propose ${file}: sekisho slo propose ${id} --target ${file.replace('%', '')} --reason "…"`,
    ja: `ファイルの目標は ${file}、合意された目標は ${agreed} で、合意された目標が有効です。ファイルを ${agreed} に直すか、${file} を提案してください: sekisho slo propose ${id} --target ${file.replace('%', '')} --reason "…"`,
  }[language];
}
