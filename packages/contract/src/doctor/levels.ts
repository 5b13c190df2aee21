/** From worst to best; `skipped` says why nothing is known. */
export const findingLevels = ['error', 'warning', 'skipped', 'info', 'ok'] as const;
export type FindingLevel = (typeof findingLevels)[number];

/** What a check may find, by outcome: its level, then the names of the facts that its sentences need. */
export type Outcomes = Readonly<Record<string, readonly [FindingLevel, ...string[]]>>;
