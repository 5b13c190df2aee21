import {
  escapeSlack,
  linkToSession,
  linkToSessions,
  nameOf,
  type SessionsAsked,
} from '@sekisho/cards';
import type { OutputOf, RecordedSession, VerbName } from '@sekisho/contract';
import { cut, formatMoment } from '@sekisho/words';
import { recordingPhrases, recordingStateWords, sessionWhat } from '@sekisho/words/recordings';
import { formatSpan } from '@sekisho/words/time';
import { type Message, markdownMessage } from '../message.ts';
import type { Reader } from '../reader.ts';
import { say } from '../words.ts';

type Found = OutputOf<'ops.sessions.grep'>;
type Input = Readonly<Record<string, unknown>>;

/** Sessions on ops servers, and commands that were found in them; null of another verb. */
export function shownRecorded(
  verb: VerbName,
  output: unknown,
  reader: Reader,
  input: Input,
): Message | null {
  if (verb === 'ops.sessions') return shownList(output as OutputOf<'ops.sessions'>, reader, input);
  if (verb === 'ops.sessions.grep') return shownFound(output as Found, reader, input);
  return null;
}

function shownList(
  { sessions, next, unanswered }: OutputOf<'ops.sessions'>,
  reader: Reader,
  { lease, environment, person }: Input,
): Message {
  const { language } = reader;
  const notes = unanswered.map(({ environment: place, since, detail }) =>
    recordingPhrases.unanswered[language]
      .replace('{environment}', place)
      .replace('{since}', since === null ? '?' : momentOf(since, reader))
      .replace('{detail}', () => detail),
  );
  const none = sessions.length === 0 ? [noneText(reader, person)] : [];
  const more = next === null ? [] : [say(language, 'There are more.', '続きがあります。')];
  return markdownMessage(
    [
      ...[...notes, ...none].map(escapeSlack),
      ...sessions.map((session) => sessionLine(session, reader)),
      ...more,
      ...pageLine(reader, { lease, environment, person }),
    ].join('\n'),
  );
}

function noneText({ language, you }: Reader, person: unknown): string {
  if (you === null || person !== you) return recordingPhrases.noSessions[language];
  return say(
    language,
    'No session of yours is known. One is listed within about a minute.',
    'あなたのセッションはありません。接続してから 1 分ほどで表示されます。',
  );
}

/** `● hanako-0a1b · Hanako · staging · 14:30 · 5 min · shell · in S3 · ops-7k3f9q2m` */
function sessionLine(session: RecordedSession, reader: Reader): string {
  const { language, now } = reader;
  const { id, environment, startedAt, endedAt, recording, lease } = session;
  const until = endedAt === null ? now.getTime() : Date.parse(endedAt);
  const seconds = Math.max(0, Math.round((until - Date.parse(startedAt)) / 1000));
  const words = [
    whoOf(session.person, reader),
    ...[environment, momentOf(startedAt, reader), formatSpan(seconds, language)],
    ...[sessionWhat(session, language), recordingStateWords[recording][language], lease],
  ];
  const named = linked(id, linkToSession(id, reader)?.url);
  return `${endedAt === null ? '●' : '○'} ${named} · ${escapeSlack(words.join(' · '))}`;
}

function shownFound(found: Found, reader: Reader, { pattern }: Input): Message {
  const { language } = reader;
  const count = (key: 'withheld' | 'unindexed') =>
    found[key] === 0 ? [] : [recordingPhrases[key][language].replace('{count}', `${found[key]}`)];
  const groups = [...Map.groupBy(found.matches, ({ session }) => session).values()];
  const none = groups.length === 0 ? [recordingPhrases.noMatches[language]] : [];
  const more = say(
    language,
    `Only ${found.looked} commands were searched so far; the console goes on.`,
    `検索したのは ${found.looked} 件のコマンドだけです。続きはコンソールで検索できます。`,
  );
  return markdownMessage(
    [
      ...none,
      ...groups.map((matches) => commandsOf(matches, reader)),
      ...[...count('withheld'), ...count('unindexed'), ...(found.next === null ? [] : [more])],
      ...pageLine(reader, { find: pattern }),
    ].join('\n'),
  );
}

/** Commands of one session, each as it was run: Slack reads no markup in them. */
function commandsOf(matches: Found['matches'], reader: Reader): string {
  const [first] = matches;
  if (first === undefined) return '';
  const { session, number, environment, startedAt, person, lease } = first;
  const words = [whoOf(person, reader), environment, momentOf(startedAt, reader), lease];
  const head = linked(session, linkToSession(session, reader, number)?.url);
  const lines = matches.map(({ text }) => escapeSlack(cut(text, 150)).replaceAll('`', 'ˋ'));
  return `${head} · ${escapeSlack(words.join(' · '))}\n\`\`\`${lines.join('\n')}\`\`\``;
}

function pageLine(reader: Reader, asked: Readonly<Record<string, unknown>>): string[] {
  const said = Object.entries(asked).filter(([, value]) => typeof value === 'string');
  const link = linkToSessions(Object.fromEntries(said) as SessionsAsked, reader);
  return link === null ? [] : [linked(link.label, link.url)];
}

function linked(text: string, url: string | undefined): string {
  const label = escapeSlack(text).replaceAll('|', '¦');
  return url === undefined ? label : `<${url}|${label}>`;
}

function whoOf(person: string | null, reader: Reader): string {
  return person === null ? recordingPhrases.unknownPerson[reader.language] : nameOf(person, reader);
}

function momentOf(moment: string, { language, timeZone, now }: Reader): string {
  return formatMoment(new Date(moment), { language, timeZone, now });
}
