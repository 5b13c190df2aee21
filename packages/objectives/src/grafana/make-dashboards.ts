import { createHash } from 'node:crypto';
import type { Problem } from '../problems/index.ts';
import { chooseWindows, type WindowChoice } from '../rules/choose-windows.ts';
import { formatDuration } from '../rules/prometheus-duration.ts';
import type { Dialect } from '../rules/sli-rules.ts';
import type { SlothDocument, SlothSlo } from '../sloth/document.ts';
import type { Panel } from './panel.ts';
import { panelsOf } from './panels.ts';

/** One dashboard, as Grafana's provisioning and import take it. */
export interface Dashboard {
  /** Null: Grafana gives its own number. */
  readonly id: null;
  /** Stable for an SLO's id, so that a new one replaces the old. */
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly timezone: 'browser';
  readonly editable: true;
  readonly graphTooltip: 1;
  readonly schemaVersion: number;
  readonly time: { readonly from: string; readonly to: 'now' };
  readonly refresh: string;
  readonly templating: { readonly list: readonly Readonly<Record<string, unknown>>[] };
  readonly annotations: { readonly list: readonly unknown[] };
  readonly links: readonly unknown[];
  readonly panels: readonly Panel[];
}

export interface MadeDashboards {
  /** One for each SLO, to be used only when there are no problems. */
  readonly dashboards: readonly { readonly slo: SlothSlo; readonly dashboard: Dashboard }[];
  readonly problems: readonly Problem[];
}

/** Makes the dashboard of each SLO over the series that its rules record, in either dialect. */
export function makeDashboards(
  documents: readonly SlothDocument[],
  { dialect, ...choice }: WindowChoice & { readonly dialect: Dialect },
): MadeDashboards {
  const problems: Problem[] = [];
  const dashboards = documents.flatMap(({ slos }) =>
    slos.flatMap((slo) => {
      const windows = chooseWindows(slo, choice);
      if ('code' in windows) {
        problems.push(windows);
        return [];
      }
      const panels = panelsOf(slo, windows, dialect);
      return [{ slo, dashboard: dashboardOf(slo, panels, formatDuration(windows.period)) }];
    }),
  );
  return { dashboards, problems };
}

function dashboardOf(slo: SlothSlo, panels: readonly Panel[], period: string): Dashboard {
  return {
    id: null,
    uid: uidOf(slo),
    title: `SLO ${slo.service} / ${slo.name}`,
    description: slo.description,
    tags: ['slo', slo.service],
    timezone: 'browser',
    editable: true,
    graphTooltip: 1,
    schemaVersion: 36,
    time: { from: `now-${period}`, to: 'now' },
    refresh: '1m',
    templating: { list: [sourceVariable] },
    annotations: { list: [] },
    links: [],
    panels,
  };
}

/** The reader chooses among the Prometheus sources that there are. */
const sourceVariable = {
  name: 'datasource',
  label: 'Data source',
  type: 'datasource',
  query: 'prometheus',
  regex: '',
  refresh: 1,
  hide: 0,
  includeAll: false,
  multi: false,
  skipUrlSync: false,
  options: [],
  current: {},
};

/** At most 40 characters of a–z, A–Z, 0–9, - and _, as Grafana takes. */
function uidOf({ id }: SlothSlo): string {
  const plain = `slo-${id}`;
  if (plain.length <= 40 && /^[\w-]+$/.test(plain)) return plain;
  return `slo-${createHash('sha256').update(id).digest('hex').slice(0, 32)}`;
}
