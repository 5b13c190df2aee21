import type { PossibleAccess } from '@sekisho/contract';
import { accessWordsIn } from '@sekisho/words/access';
import { Link } from '@tanstack/react-router';
import { Glyph } from '../shared/glyph.tsx';
import form from '../shared/request-form.module.css';
import { MustAgree, RequestBox } from '../shared/request-form.tsx';
import { useSay } from '../shared/say.ts';

interface TakesProps {
  readonly chosen: PossibleAccess;
  /** Says of which account it speaks: several are asked for. */
  readonly named: boolean;
}

/** What it takes to have it: who must agree, for how long at most, by which rule; or why not, and what to do. */
export function Takes({ chosen, named }: TakesProps) {
  const { language, span } = useSay();
  const words = accessWordsIn(language);
  const { approval, maximumSeconds, rule, refusal, lease, has, production, verdict } = chosen;
  return (
    <RequestBox testId="takes" production={production} refused={verdict === 'refused'}>
      {named && <strong>{chosen.accountName}</strong>}
      {refusal && (
        <p role="alert">
          <Glyph name="failed" /> <strong>{refusal.message}</strong> {refusal.fix}
        </p>
      )}
      {has === 'standing' && <p>{words.standingMeans}</p>}
      {!refusal && has !== 'standing' && (
        <p>
          <MustAgree approval={approval} />
        </p>
      )}
      <small className={form.soft}>
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
    </RequestBox>
  );
}
