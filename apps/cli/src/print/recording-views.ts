import type { OutputOf, RecordedSession } from '@sekisho/contract';
import {
  commandSourceWords,
  recordingPhrases,
  recordingStateWords,
  sessionNotes,
  sessionWhat,
} from '@sekisho/words/recordings';
import { heads } from '@sekisho/words/terminal';
import { formatMoment, formatSpan } from '@sekisho/words/time';
import { cleanLine } from './clean.ts';
import { fill } from './fill.ts';
import type { Style } from './style.ts';
import { facts, table } from './table.ts';

/** Who was on which server, the newest first. */
export function sessionsText(answer: OutputOf<'ops.sessions'>, style: Style): string {
  const { language } = style;
  const { sessions, next, unanswered } = answer;
  const notes = unanswered.map(({ environment, since, detail }) =>
    note(
      fill(recordingPhrases.unanswered[language], {
        environment,
        since: since === null ? '?' : formatMoment(new Date(since), style),
        detail,
      }),
      style,
    ),
  );
  if (sessions.length === 0) return `${notes.join('')}${recordingPhrases.noSessions[language]}\n`;
  const more =
    next === null
      ? []
      : [note(fill(recordingPhrases.moreSessions[language], { after: next }), style)];
  return [...notes, sessionTable(sessions, style), ...more].join('');
}

function sessionTable(sessions: readonly RecordedSession[], style: Style): string {
  const { language } = style;
  const word = (head: keyof typeof heads) => heads[head][language];
  return table<RecordedSession>(
    sessions,
    [
      { title: word('session'), text: ({ id }) => id },
      { title: word('since'), text: ({ startedAt }) => formatMoment(new Date(startedAt), style) },
      { title: word('hours'), text: (session) => lengthOf(session, style) },
      { title: word('person'), text: (session) => whoOf(session, style), flexible: true },
      { title: word('environment'), text: ({ environment }) => environment, flexible: true },
      { title: word('lease'), text: ({ lease }) => lease },
      { title: word('what'), text: (session) => sessionWhat(session, language), flexible: true },
      {
        title: recordingHead[language],
        text: ({ recording }) => recordingStateWords[recording][language],
        flexible: true,
      },
    ],
    style,
  );
}

const recordingHead = { en: 'RECORDING', ja: '記録' } as const;

/** One session: its facts, and its commands by number. */
export function sessionText(answer: OutputOf<'ops.sessions.show'>, style: Style): string {
  const { session, commands, next, beside } = answer;
  const { language } = style;
  const phrase = (key: keyof typeof recordingPhrases) => recordingPhrases[key][language];
  const lower = (head: keyof typeof heads) => heads[head][language].toLowerCase();
  const lines = facts(
    [
      [lower('session'), session.id],
      [lower('owner'), `${whoOf(session, style)} · ${session.owner}`],
      [lower('lease'), `${session.lease} · ${session.environment}`],
      [lower('instance'), session.instanceId],
      [
        lower('since'),
        `${formatMoment(new Date(session.startedAt), style)} · ${lengthOf(session, style)}`,
      ],
      [lower('what'), sessionWhat(session, language)],
      [lower('reason'), session.reason],
      [recordingHead[language].toLowerCase(), recordingStateWords[session.recording][language]],
    ],
    style,
  );
  const notes = sessionNotes(session, beside, language);
  const head = `${style.paint(commandSourceWords[session.commandsFrom][language], 'dim')}\n`;
  const body =
    commands.length === 0
      ? `${phrase('noCommands')}\n`
      : head + commands.map((command) => commandLine(command, style)).join('');
  const more = next === null ? '' : note(fill(phrase('more'), { after: String(next) }), style);
  return `${lines}${notes.map((text) => note(text, style)).join('')}\n${body}${more}`;
}

/** Commands that were found, session by session. */
export function foundText(answer: OutputOf<'ops.sessions.grep'>, style: Style): string {
  const { language } = style;
  const { matches, next, withheld, unindexed } = answer;
  const groups = Map.groupBy(matches, ({ session }) => session);
  const body = [...groups].map(([session, found]) => {
    const [first] = found;
    const who = first?.person ?? recordingPhrases.unknownPerson[language];
    const when = formatMoment(new Date(first?.startedAt ?? 0), style);
    const title = cleanLine(`${session} · ${who} · ${first?.environment ?? ''} · ${when}`);
    return `${style.paint(title, 'bold')}\n${found.map((one) => commandLine(one, style)).join('')}`;
  });
  const said = (key: 'withheld' | 'unindexed', count: number) =>
    count === 0 ? '' : note(fill(recordingPhrases[key][language], { count: String(count) }), style);
  const none = matches.length === 0 ? `${recordingPhrases.noMatches[language]}\n` : body.join('\n');
  const more =
    next === null ? '' : note(fill(recordingPhrases.more[language], { after: next }), style);
  return none + said('withheld', withheld) + said('unindexed', unindexed) + more;
}

function commandLine(
  { number, at, text }: OutputOf<'ops.sessions.show'>['commands'][number],
  style: Style,
): string {
  const when = at === null ? '' : `${formatMoment(new Date(at), style)}  `;
  return `${style.paint(`${String(number).padStart(5)}  ${when}`, 'dim')}${cleanLine(text)}\n`;
}

function note(text: string, style: Style): string {
  return `${style.paint(cleanLine(text), 'yellow')}\n`;
}

function whoOf({ person }: RecordedSession, { language }: Style): string {
  return person ?? recordingPhrases.unknownPerson[language];
}

function lengthOf({ startedAt, endedAt }: RecordedSession, { language, now }: Style): string {
  const until = endedAt === null ? now.getTime() : Date.parse(endedAt);
  return formatSpan(Math.max(0, Math.round((until - Date.parse(startedAt)) / 1000)), language);
}
