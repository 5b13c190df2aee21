import { budgetRatio } from '../rules/alert-rules.ts';
import { formatDuration } from '../rules/prometheus-duration.ts';
import { errorRatio, idLabels, selector } from '../rules/rule.ts';
import type { Dialect } from '../rules/sli-rules.ts';
import { type AlertWindows, burnFactor, tierNames } from '../rules/windows.ts';
import type { SlothSlo } from '../sloth/document.ts';
import { goG } from '../sloth/go-number.ts';
import { linesPanel, type Panel, type Step, statePanel, statPanel } from './panel.ts';

const titles = {
  'page-quick': 'Fast burn (page)',
  'page-slow': 'Slow burn (page)',
  'ticket-quick': 'Fast burn (ticket)',
  'ticket-slow': 'Slow burn (ticket)',
} as const;

/** The panels of one SLO, over the series that its rules record. */
export function panelsOf(slo: SlothSlo, windows: AlertWindows, dialect: Dialect): readonly Panel[] {
  const { objective } = slo;
  const period = formatDuration(windows.period);
  const target = objective / 100;
  const mean = dialect === 'sloth' && slo.chain.sli === 'mean';
  const how = mean
    ? 'The mean of the short windows: a quiet night weighs as much as a busy day.'
    : 'Over all events of the period.';
  const kept: readonly Step[] = steps(['red', null], ['green', target]);
  const left: readonly Step[] = steps(['red', null], ['orange', 0], ['green', 0.25]);
  const stats = [
    statPanel(1, {
      title: `SLI (${period})`,
      description: how,
      gridPos: { x: 0, y: 0, w: 6, h: 4 },
      queries: [['SLI', `1 - ${ratio(slo, windows.period)}`]],
      unit: 'percentunit',
      steps: kept,
    }),
    statPanel(2, {
      title: 'Objective',
      description: `What is promised over ${period}.`,
      gridPos: { x: 6, y: 0, w: 6, h: 4 },
      queries: [['objective', `vector(${goG(target)})`]],
      unit: 'percentunit',
      steps: steps(['text', null]),
    }),
    statPanel(3, {
      title: 'Error budget remaining',
      description: `Below 0 it is overspent. ${how}`,
      gridPos: { x: 12, y: 0, w: 6, h: 4 },
      queries: [['remaining', remaining(slo, windows)]],
      unit: 'percentunit',
      steps: left,
    }),
    statPanel(4, {
      title: `Burn rate (${formatDuration(windows.tiers['page-quick'].long)})`,
      description: `At 1 the budget lasts just ${period}.`,
      gridPos: { x: 18, y: 0, w: 6, h: 4 },
      queries: [['burn', burn(slo, windows.tiers['page-quick'].long)]],
      steps: steps(['green', null], ['orange', 1], ['red', burnFactor(windows, 'page-quick')]),
    }),
  ];
  return [...stats, budgetPanel(slo, windows, left), ...burnPanels(slo, windows), alertPanel(slo)];
}

function budgetPanel(slo: SlothSlo, windows: AlertWindows, left: readonly Step[]): Panel {
  return linesPanel(5, {
    title: 'Error budget remaining over time',
    description: 'Below 0 it is overspent.',
    gridPos: { x: 0, y: 4, w: 24, h: 8 },
    queries: [['remaining', remaining(slo, windows)]],
    unit: 'percentunit',
    steps: left,
  });
}

/** Both windows of each tier, and the rate above which it fires when both exceed it. */
function burnPanels(slo: SlothSlo, windows: AlertWindows): readonly Panel[] {
  return tierNames.map((name, index) => {
    const { long, short } = windows.tiers[name];
    const factor = burnFactor(windows, name);
    return linesPanel(6 + index, {
      title: titles[name],
      description: `Fires while both windows are above ${goG(factor)}.`,
      gridPos: { x: (index % 2) * 12, y: 12 + Math.floor(index / 2) * 8, w: 12, h: 8 },
      queries: [long, short].map((window) => [formatDuration(window), burn(slo, window)]),
      steps: steps(['green', null], ['red', factor]),
    });
  });
}

function alertPanel(slo: SlothSlo): Panel {
  const id = `sloth_id="${idLabels(slo)['sloth_id'] ?? ''}"`;
  return statePanel(10, {
    title: 'Alerts',
    description: 'When pages and tickets of this SLO were firing.',
    gridPos: { x: 0, y: 28, w: 24, h: 6 },
    queries: [
      [
        '{{alertname}} {{sloth_severity}}',
        `max by (alertname, sloth_severity) (ALERTS{${id}, alertstate="firing"})`,
      ],
    ],
    steps: steps(['red', null]),
  });
}

/** Labels of windows would part what belongs together. */
function ratio(slo: SlothSlo, window: number): string {
  return `max(${errorRatio(window)}${selector(slo)}) without (sloth_window)`;
}

function burn(slo: SlothSlo, window: number): string {
  return `${ratio(slo, window)} / ${goG(budgetRatio(slo))}`;
}

function remaining(slo: SlothSlo, { period }: AlertWindows): string {
  return `1 - ${burn(slo, period)}`;
}

function steps(...all: readonly (readonly [color: string, value: number | null])[]): Step[] {
  return all.map(([color, value]) => ({ color, value }));
}
