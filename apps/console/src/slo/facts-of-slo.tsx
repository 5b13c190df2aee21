import type { SloDetail } from '@sekisho/contract';
import { editorWordsIn, sourceTrouble } from '@sekisho/words/slo';
import { Link } from '@tanstack/react-router';
import { reaches, useMe } from '../shared/me.ts';
import { useSay } from '../shared/say.ts';
import { useFigures } from './figures.ts';
import classes from './slo.module.css';

/** How it is measured, and which targets were in force when. */
export function FactsOfSlo({ slo }: { readonly slo: SloDetail }) {
  const { t, language, exact } = useSay();
  const figures = useFigures();
  const me = useMe();
  const trouble = sourceTrouble(slo.sourceHealth, language);
  const facts = [
    [t.slo.service, slo.service],
    [t.slo.window, figures.window(slo.window)],
    [t.slo.method, t.slo.methods[slo.method]],
    [t.slo.missing, t.slo.missings[slo.missing]],
    [t.slo.source, trouble === null ? slo.source : `${slo.source}: ${trouble}`],
  ] as const;
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <dt>{t.slo.file}</dt>
      <dd>
        {slo.file}:{slo.line}{' '}
        {reaches(me, 'member') && (
          <Link to="/definition" search={{ id: slo.id }}>
            {editorWordsIn(language).edit}
          </Link>
        )}
      </dd>
      <dt>{t.slo.targets}</dt>
      <dd>
        {slo.targets.map(({ from, target }) => (
          <div key={from ?? ''}>
            {figures.target(target)}{' '}
            <span className={classes.soft}>
              {from === null ? t.slo.fromBeginning : t.slo.sinceMoment(exact(from))}
            </span>
          </div>
        ))}
      </dd>
    </dl>
  );
}
