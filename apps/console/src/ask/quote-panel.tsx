import type { OutputOf } from '@sekisho/contract';
import { imageAgeText, imageChangesText, oldImageText, shortBudgetText } from '@sekisho/words';
import { Glyph } from '../shared/glyph.tsx';
import { tell } from '../shared/problem.ts';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { Section, Waiting } from '../shared/section.tsx';
import classes from './ask.module.css';

type Quote = OutputOf<'ops.quote'>;

interface QuotePanelProps {
  readonly quote: Quote | null;
  readonly waiting: boolean;
  readonly error: Error | null;
}

/** What it will cost and who must agree, before anything is asked. */
export function QuotePanel({ quote, waiting, error }: QuotePanelProps) {
  const { t } = useSay();
  return (
    <div aria-live="polite" data-testid="quote" data-waiting={waiting || undefined}>
      <Section title={t.ask.before}>
        {error && tell(error, t).field === null && <ProblemNote error={error} />}
        {!quote && !error && <Waiting lines={3} height={20} />}
        {quote && <QuoteFacts quote={quote} />}
      </Section>
    </div>
  );
}

function QuoteFacts({ quote }: { readonly quote: Quote }) {
  const { t, span, rate, dollars, language } = useSay();
  return (
    <div className={classes.quote} data-production={quote.production || undefined}>
      <dl className={classes.facts}>
        <dt>{t.common.environment}</dt>
        <dd>
          <strong>{quote.environment}</strong>
        </dd>
        <dt>{t.ask.howLong}</dt>
        <dd>
          {span(quote.durationSeconds)} <small>{t.ask.atMost(span(quote.maximumSeconds))}</small>
        </dd>
        <dt>{t.common.cost}</dt>
        <dd data-testid="quote-cost">
          <strong>{t.ask.about(dollars(quote.costTotal))}</strong>{' '}
          <small>
            {quote.instanceType}, {rate(quote.costPerHour)}
          </small>
        </dd>
        <dt>{t.ask.mustAgree}</dt>
        <dd data-testid="quote-approval">
          <WhoMustAgree quote={quote} />
        </dd>
        <Image quote={quote} />
      </dl>
      {quote.imageOld && <p role="note">{oldImageText(quote.imageAgeDays, language)}</p>}
      {quote.refusal?.code !== 'budget-low' &&
        quote.budgets.map((budget) => (
          <p role="note" key={`${budget.rule} ${budget.budget}`}>
            {shortBudgetText(budget, language)}
          </p>
        ))}
      {quote.refusal && (
        <div className={classes.refusal} role="alert">
          <Glyph name="failed" /> <strong>{quote.refusal.message}</strong> {quote.refusal.fix}
        </div>
      )}
    </div>
  );
}

/** How old the image is and what changed in it; nothing where nobody can tell either. */
function Image({ quote: { imageAgeDays, imageProvenance } }: { readonly quote: Quote }) {
  const { t, language } = useSay();
  if (imageAgeDays === null && imageProvenance === null) return null;
  return (
    <>
      <dt>{t.ask.image}</dt>
      <dd data-testid="quote-image">
        {imageAgeDays !== null && imageAgeText(imageAgeDays, language)}{' '}
        {imageProvenance !== null && <small>{imageChangesText(imageProvenance, language)}</small>}
      </dd>
    </>
  );
}

function WhoMustAgree({ quote }: { readonly quote: Quote }) {
  const { t, people, who } = useSay();
  const { count, from, people: able } = quote.approval;
  if (count === 0) return <>{t.ask.nobody}</>;
  return (
    <>
      <strong>{t.ask.some(count, who(from))}</strong>
      <br />
      <small>{able.length > 0 ? t.now.mayAgree(people(able)) : t.ask.nobodyCan}</small>
    </>
  );
}
