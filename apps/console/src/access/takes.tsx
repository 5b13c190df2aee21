import type { PossibleAccess } from '@sekisho/contract';
import { accessWordsIn } from '@sekisho/words/access';
import { Link } from '@tanstack/react-router';
import { Glyph } from '../shared/glyph.tsx';
import { useSay } from '../shared/say.ts';
import classes from './access.module.css';

/** What it takes to have it: who must agree, for how long at most, by which rule; or why not, and what to do. */
export function Takes({ chosen }: { readonly chosen: PossibleAccess }) {
  const { t, language, who, people, span } = useSay();
  const words = accessWordsIn(language);
  const { approval, maximumSeconds, rule, refusal, lease, has, production, verdict } = chosen;
  return (
    <div
      className={classes.takes}
      aria-live="polite"
      data-testid="takes"
      data-production={production || undefined}
      data-refused={verdict === 'refused' || undefined}
    >
      {refusal && (
        <p role="alert">
          <Glyph name="failed" /> <strong>{refusal.message}</strong> {refusal.fix}
        </p>
      )}
      {has === 'standing' && <p>{words.standingMeans}</p>}
      {!refusal && has !== 'standing' && (
        <p>
          <small className={classes.soft}>{t.ask.mustAgree}:</small>{' '}
          {approval.count === 0 ? t.ask.nobody : t.ask.some(approval.count, who(approval.from))}
          {approval.count > 0 && (
            <small className={classes.soft}>
              {' '}
              {approval.people.length > 0
                ? t.now.mayAgree(people(approval.people))
                : t.ask.nobodyCan}
            </small>
          )}
        </p>
      )}
      <small className={classes.soft}>
        {[
          rule === null ? words.noRule : words.byRule(rule),
          ...(maximumSeconds === null ? [] : [words.atMost(span(maximumSeconds))]),
        ].join(' · ')}
      </small>
      {lease !== null && (
        <p>
          {words.alreadyHas}{' '}
          <Link to="/leases/$id" params={{ id: lease }}>
            {words.open}
          </Link>
        </p>
      )}
    </div>
  );
}
