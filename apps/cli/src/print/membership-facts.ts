import type { AnyLease, Lease } from '@sekisho/contract';
import { roleNames, stateName } from '@sekisho/words/leases';
import { membershipWordsIn } from '@sekisho/words/membership';
import { heads } from '@sekisho/words/terminal';
import { formatSpan } from '@sekisho/words/time';
import type { Style } from './style.ts';

type Fact = readonly [name: string, value: string | null];

/** What a membership grants, each permission set with its state where that is another; nothing for other leases. */
export function membershipFacts(lease: Lease | AnyLease, { language }: Style): readonly Fact[] {
  if (!('teamName' in lease)) return [];
  const words = membershipWordsIn(language);
  const { teamName, group, role, permissionSets, slackUserGroups, shadowsOnCall, checklist } =
    lease;
  const sets = permissionSets.map(({ permissionSet, accountName, state, stuck }) => {
    const own = state === lease.state ? '' : ` (${stateName(state, language, stuck)})`;
    return `${words.access(permissionSet, accountName)}${own}`;
  });
  const longest =
    lease.deadline !== null || lease.maximumSeconds <= lease.durationSeconds
      ? []
      : [words.atMostExtended(formatSpan(lease.maximumSeconds, language))];
  const done = checklist.filter((item) => item.done !== null).length;
  const unlinked = (lease.unlinkedUserGroups ?? []).map((id) => words.unlinkedUserGroup(id));
  const some = (texts: readonly string[]) => (texts.length === 0 ? null : texts.join(' · '));
  return [
    [
      words.term.toLowerCase(),
      [formatSpan(lease.durationSeconds, language), ...longest].join(', '),
    ],
    [words.team.toLowerCase(), teamName[language]],
    [heads.groups[language].toLowerCase(), group],
    [heads.role[language].toLowerCase(), role === null ? null : roleNames[role][language]],
    [heads.permissionSet[language].toLowerCase(), some(sets)],
    ['Slack', some([...slackUserGroups, ...unlinked])],
    [heads.onCall[language].toLowerCase(), shadowsOnCall ? words.shadow : null],
    [
      words.firstThings.toLowerCase(),
      checklist.length === 0 ? null : words.done(done, checklist.length),
    ],
  ];
}
