/*
 * Grafana's dashboard JSON, as far as it is used here. Source: grafana/grafana,
 * kinds/dashboard/dashboard_kind.cue (schemaVersion 36 and later read it).
 */

/** Only ever the reader's choice: no dashboard names an instance. */
export const datasource = { type: 'prometheus', uid: '${datasource}' } as const;

/** Where a panel stands on the grid of 24 columns. */
export interface GridPos {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A colour from a value on; the first step has no value: it begins at minus infinity. */
export interface Step {
  readonly color: string;
  readonly value: number | null;
}

export interface Target {
  readonly refId: string;
  readonly expr: string;
  readonly legendFormat: string;
  readonly datasource: typeof datasource;
  /** Only the last value is asked for. */
  readonly instant?: true;
}

export interface Panel {
  readonly id: number;
  readonly type: 'stat' | 'timeseries' | 'state-timeline';
  readonly title: string;
  readonly description: string;
  readonly datasource: typeof datasource;
  readonly gridPos: GridPos;
  readonly targets: readonly Target[];
  readonly fieldConfig: {
    readonly defaults: Readonly<Record<string, unknown>>;
    readonly overrides: readonly unknown[];
  };
  readonly options: Readonly<Record<string, unknown>>;
}

/** What makes a panel; its id and queries are filled in. */
export interface PanelPlan {
  readonly title: string;
  readonly description: string;
  readonly gridPos: GridPos;
  /** Legends and expressions. */
  readonly queries: readonly (readonly [legend: string, expr: string])[];
  readonly unit?: string;
  readonly steps: readonly Step[];
}

const letters = 'ABCDEFGH';

function common(id: number, { title, description, gridPos, queries }: PanelPlan) {
  const targets = queries.map(([legendFormat, expr], index): Target => {
    return { refId: letters[index] ?? 'Z', expr, legendFormat, datasource };
  });
  return { id, title, description, datasource, gridPos, targets };
}

/** The last value, large. */
export function statPanel(id: number, plan: PanelPlan): Panel {
  const panel = common(id, plan);
  return {
    ...panel,
    type: 'stat',
    targets: panel.targets.map((target) => ({ ...target, instant: true })),
    fieldConfig: {
      defaults: {
        unit: plan.unit ?? 'none',
        thresholds: { mode: 'absolute', steps: plan.steps },
        color: { mode: 'thresholds' },
      },
      overrides: [],
    },
    options: {
      reduceOptions: { calcs: ['lastNotNull'], fields: '', values: false },
      colorMode: 'value',
      graphMode: 'none',
      textMode: 'value',
    },
  };
}

/** Lines over time, with the thresholds as lines. */
export function linesPanel(id: number, plan: PanelPlan): Panel {
  return {
    ...common(id, plan),
    type: 'timeseries',
    fieldConfig: {
      defaults: {
        unit: plan.unit ?? 'none',
        thresholds: { mode: 'absolute', steps: plan.steps },
        color: { mode: 'palette-classic' },
        custom: {
          drawStyle: 'line',
          lineWidth: 1,
          fillOpacity: 8,
          thresholdsStyle: { mode: 'line' },
        },
      },
      overrides: [],
    },
    options: {
      legend: { displayMode: 'list', placement: 'bottom', showLegend: true },
      tooltip: { mode: 'multi', sort: 'desc' },
    },
  };
}

/** When something was on. */
export function statePanel(id: number, plan: PanelPlan): Panel {
  return {
    ...common(id, plan),
    type: 'state-timeline',
    fieldConfig: {
      defaults: {
        thresholds: { mode: 'absolute', steps: plan.steps },
        color: { mode: 'thresholds' },
        mappings: [{ type: 'value', options: { '1': { text: 'firing', index: 0 } } }],
        custom: { fillOpacity: 80, lineWidth: 0 },
      },
      overrides: [],
    },
    options: { showValue: 'never', mergeValues: true, legend: { showLegend: false } },
  };
}
