import { type Block, mustAgree, spanText } from '@sekisho/cards';
import type { JoinableTeam } from '@sekisho/contract';
import { errorText, formatDay, parseDuration, parseMoment, roleNames } from '@sekisho/words';
import { whyNot } from '@sekisho/words/language';
import { membershipWordsIn } from '@sekisho/words/membership';
import type { Reader } from '../reader.ts';
import { say } from '../words.ts';
import { fieldBlock } from './element.ts';
import { type FormMemory, fieldsOf, formView, type SlackView, textBlock } from './form.ts';

export interface MembershipForm {
  readonly reader: Reader;
  readonly memory: FormMemory;
  /** Field values, as typed so far. */
  readonly values: Readonly<Record<string, string>>;
  /** What the person could join; words when that is not known, null before it was asked. */
  readonly teams: readonly JoinableTeam[] | string | null;
}

const live = new Set(['team', 'for', 'starts']);

/** The form that asks to join a team: what one would get, until when, and who must agree, below the fields. */
export function membershipForm({ reader, memory, values, teams }: MembershipForm): SlackView {
  const { language } = reader;
  const words = membershipWordsIn(language);
  const view = (blocks: readonly Block[]) =>
    formView('membership.request', memory, blocks, language);
  if (teams === null) return view([textBlock(say(language, 'Looking…', '確認しています…'))]);
  if (typeof teams === 'string') return view([textBlock(`▲ ${teams}`)]);
  const chosen = chosenIn(teams, values['team']);
  if (chosen === null) return view([textBlock(words.joinNothing)]);
  const blocks = fieldsOf('membership.request').map((field) =>
    fieldBlock(field, {
      ...{ verb: 'membership.request', language, live: live.has(field.name) },
      initial: field.name === 'team' ? chosen.team : values[field.name],
      choices:
        field.name === 'team'
          ? teams.map(({ team, name }) => ({ text: name[language], value: team }))
          : [],
    }),
  );
  return view([
    ...blocks,
    { type: 'divider' },
    textBlock(takes(chosen, values, reader)),
    textBlock(brings(chosen, reader)),
    textBlock(words.noSwitch),
  ]);
}

function chosenIn(teams: readonly JoinableTeam[], said: string | undefined): JoinableTeam | null {
  const wanted = said?.toLowerCase();
  return (
    teams.find(({ team }) => team === wanted) ??
    teams.find(({ verdict, lease }) => verdict !== 'refused' && lease === null) ??
    teams[0] ??
    null
  );
}

/** What it takes: until when, who must agree; or why it cannot be. */
function takes(team: JoinableTeam, values: MembershipForm['values'], reader: Reader): string {
  const { language, timeZone, now } = reader;
  const words = membershipWordsIn(language);
  if (team.refusal !== null) return `✕ ${whyNot(team.refusal, language)}`;
  if (team.lease !== null) return `● ${words.joined} (${team.lease})`;
  const seconds = parseDuration(values['for'] ?? '') ?? team.defaultSeconds;
  const start = parseMoment(values['starts'] ?? '', { now, timeZone }) ?? now;
  const { maximumSeconds } = team;
  if (maximumSeconds !== null && seconds > maximumSeconds) {
    const facts = { environment: team.team, askedSeconds: seconds, maximumSeconds };
    const { why, fix } = errorText('too-long', facts, language);
    return language === 'ja' ? `✕ ${why}${fix}` : `✕ ${why} ${fix}`;
  }
  const dayOf = (moment: Date) => formatDay(moment, { language, timeZone, withYear: true });
  const [from, to] = [dayOf(start), dayOf(new Date(start.getTime() + seconds * 1000))];
  const longest = maximumSeconds === null ? [] : [words.atMost(spanText(maximumSeconds, language))];
  return [
    spanText(seconds, language),
    say(language, `${from} – ${to}`, `${from}〜${to}`),
    ...longest,
    mustAgree(team.approval, reader),
  ].join(' · ');
}

/** Everything that is granted together, a line each. */
export function brings(team: JoinableTeam, { language }: Pick<Reader, 'language'>): string {
  const words = membershipWordsIn(language);
  const lines = [
    words.inGroup(team.group),
    ...(team.role === null ? [] : [words.asMember(roleNames[team.role][language])]),
    ...team.permissionSets.map(({ permissionSet, account }) =>
      words.access(permissionSet, account),
    ),
    ...team.slackUserGroups.map((group) => words.userGroup(group)),
    ...(team.shadowsOnCall ? [words.shadow] : []),
    ...(team.checklist.length === 0 ? [] : [words.firstThingsCount(team.checklist.length)]),
  ];
  return [`${words.brings}:`, ...lines.map((line) => `• ${line}`)].join('\n');
}
