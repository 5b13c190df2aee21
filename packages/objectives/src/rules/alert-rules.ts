import type { TierName } from '../problems/sloth-facts.ts';
import type { SlothAlert, SlothSlo } from '../sloth/document.ts';
import { goG } from '../sloth/go-number.ts';
import { errorRatio, merged, type Rule, selector } from './rule.ts';
import { type AlertWindows, burnFactor } from './windows.ts';

/** The error budget as a ratio, subtracted before it is divided, as Sloth does. */
export function budgetRatio({ objective }: SlothSlo): number {
  return (100 - objective) / 100;
}

/** The page and the ticket of an SLO, as far as they are wanted. */
export function alertRules(slo: SlothSlo, windows: AlertWindows): readonly Rule[] {
  if (!slo.chain.alerts) return [];
  const said = { slo, windows };
  return [
    ...(slo.page === null ? [] : [alertRule('page', slo.page, said)]),
    ...(slo.ticket === null ? [] : [alertRule('ticket', slo.ticket, said)]),
  ];
}

interface Said {
  readonly slo: SlothSlo;
  readonly windows: AlertWindows;
}

function alertRule(severity: 'page' | 'ticket', alert: SlothAlert, said: Said): Rule {
  const who = '{{$labels.sloth_service}} {{$labels.sloth_slo}}';
  const annotations = {
    title: `(${severity}) ${who} SLO error budget burn rate is too fast.`,
    summary: `${who} SLO error budget burn rate is over expected.`,
  };
  const quick = condition(`${severity}-quick`, said);
  const slow = condition(`${severity}-slow`, said);
  return {
    alert: alert.name,
    expr: `${quick}\nor\n${slow}\n`,
    labels: merged({ sloth_severity: severity }, alert.labels),
    annotations: merged(annotations, alert.annotations),
  };
}

/** The budget goes too fast over the short and over the long window. */
function condition(name: TierName, { slo, windows }: Said): string {
  const threshold = `(${goG(burnFactor(windows, name))} * ${goG(budgetRatio(slo))})`;
  const { short, long } = windows.tiers[name];
  const over = (window: number) =>
    `    max(${errorRatio(window)}${selector(slo)} > ${threshold}) without (sloth_window)`;
  return `(\n${over(short)}\n    and\n${over(long)}\n)`;
}
