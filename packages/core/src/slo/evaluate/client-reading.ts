import type { ClientErrorsReading } from '@sekisho/objectives/alerts';
import { clientShareJump, defaultJumpRules, type Summed } from '@sekisho/objectives/client-errors';
import type { Minute } from '@sekisho/objectives/minutes';

export const clientErrorsKey = 'client-errors';

/** Weeks looked back at, in minutes: what a history must hold for this. */
export const clientWeeksMinutes = (defaultJumpRules.weeks * 7 + 1) * 1440;

/**
 * Whether clients' own errors jumped before `at`, against the same hours of past weeks. Where there
 * are so few that no rule could call it a jump, the past is not looked at.
 */
export function clientReading(history: Summed, at: Minute): ClientErrorsReading {
  const { windows, minimumExcess, minimumRise } = defaultJumpRules;
  const possible = windows.some((minutes) => {
    const { good, bad, clientErrors } = history.sum({ from: at - minutes, to: at });
    return clientErrors >= minimumExcess && clientErrors >= minimumRise * (good + bad);
  });
  const jump = possible ? clientShareJump(history, at) : null;
  const holds = jump?.finding === 'jumped';
  return { kind: 'client-errors', key: clientErrorsKey, severity: 'page', holds, jump };
}
