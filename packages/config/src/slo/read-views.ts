import type { DocumentOf } from '@sekisho/objectives/openslo';
import type { SloView, ViewName } from '../slo-config.ts';
import { annotationOf, badAnnotation } from './annotations.ts';
import type { Findings } from './findings.ts';

/** The nearest to users first. */
const views: readonly ViewName[] = ['beacon', 'probe', 'load-balancer', 'server'];

const path = (name: string) => ['metadata', 'annotations', `sekisho.dev/${name}`];

/**
 * Which view of its service each SLO is, by the name of its document: annotations
 * `sekisho.dev/view: load-balancer` and `sekisho.dev/stands-for: beacon, shown 2026-11-20`. A claim to
 * stand for another view is warned of until the day is named on which the comparison showed it.
 */
export function readViews(
  slos: readonly DocumentOf<'SLO'>[],
  findings: Findings,
): ReadonlyMap<string, SloView> {
  const read = slos.flatMap((slo) => {
    const view = readView(slo, findings);
    return view === null ? [] : [{ slo, view }];
  });
  const first = new Map<string, string>();
  for (const { slo, view } of read) {
    const { service } = slo.spec;
    const key = `${service}/${view.name}`;
    const other = first.get(key);
    if (other === undefined) first.set(key, slo.metadata.name);
    else {
      const facts = { view: view.name, service, first: other };
      findings.problem(slo, path('view'), 'view-twice', facts);
    }
  }
  for (const { slo, view } of read) warnUnshown(slo, view, first, findings);
  return new Map(read.map(({ slo, view }) => [slo.metadata.name, view]));
}

function readView(slo: DocumentOf<'SLO'>, findings: Findings): SloView | null {
  const said = annotationOf(slo, 'view');
  const claim = annotationOf(slo, 'stands-for');
  if (said === undefined) {
    if (claim !== undefined) findings.problem(slo, path('stands-for'), 'stands-without-view', {});
    return null;
  }
  const name = views.find((view) => view === said.trim());
  if (name === undefined) badAnnotation(slo, 'view', views.join(', '), findings);
  if (name === undefined) return null;
  return { name, standsFor: claim === undefined ? null : readClaim(slo, name, claim, findings) };
}

function readClaim(
  slo: DocumentOf<'SLO'>,
  own: ViewName,
  claim: string,
  findings: Findings,
): SloView['standsFor'] {
  const [, said = '', shown = null] =
    /^\s*([a-z-]+)\s*(?:,\s*shown\s+(\S+)\s*)?$/.exec(claim) ?? [];
  const view = views.find((one) => one === said);
  if (view === undefined) {
    badAnnotation(slo, 'stands-for', 'beacon, or: beacon, shown 2026-11-20', findings);
    return null;
  }
  const nearer = views.slice(0, views.indexOf(own));
  if (!nearer.includes(view)) {
    const facts = { view: own, other: view, nearer };
    findings.problem(slo, path('stands-for'), 'stands-for-farther', facts);
    return null;
  }
  if (shown !== null && !isDay(shown)) {
    findings.problem(slo, path('stands-for'), 'shown-never', { value: JSON.stringify(shown) });
    return null;
  }
  return { view, shown };
}

/** What was shown once is not asked for again: then the nearer view may be gone. */
function warnUnshown(
  slo: DocumentOf<'SLO'>,
  { name, standsFor }: SloView,
  known: ReadonlyMap<string, string>,
  { warning }: Findings,
): void {
  if (standsFor === null || standsFor.shown !== null) return;
  const { service } = slo.spec;
  const compared = known.has(`${service}/${standsFor.view}`);
  const facts = { view: name, other: standsFor.view, service, compared };
  warning(slo, path('stands-for'), 'stand-in-unshown', facts);
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
