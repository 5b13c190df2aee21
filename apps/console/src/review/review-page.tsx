import { Button } from '@mantine/core';
import type { MonthReview } from '@sekisho/contract';
import { formatDay } from '@sekisho/words';
import { reviewStateNames } from '@sekisho/words/slo';
import { useSearch } from '@tanstack/react-router';
import { ChoiceFilter, Filters, TextFilter, useSetFilter } from '../shared/filters.tsx';
import { reaches, useMe } from '../shared/me.ts';
import { timeZone } from '../shared/moments.ts';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { Empty, Page, Section, Waiting } from '../shared/section.tsx';
import { toast } from '../shared/toasts.ts';
import { useSayError } from '../shared/use-say-error.ts';
import { useVerb, useWrite } from '../shared/use-verb.ts';
import { ActionList } from './action-list.tsx';
import { CopyMarkdown } from './copy-markdown.tsx';
import classes from './review.module.css';
import { ReviewTable } from './review-table.tsx';
import { monthChoices, type ReviewSearch } from './search.ts';
import { SloInReview } from './slo-in-review.tsx';
import { useReviewWords } from './use-review-words.ts';

/** The draft of a month's meeting: budgets, where they went, what to settle, what was decided. */
export function ReviewPage() {
  const t = useReviewWords();
  const search = useSearch({ from: '/review' });
  const { month, service } = search;
  const asked = { ...(month === undefined ? {} : { month }) };
  const input = { ...asked, ...(service === undefined ? {} : { service }) };
  const review = useVerb('slo.review', input, { keepPrevious: true });
  const { data, error } = review;
  return (
    <Page title={t.title} lead={t.lead} actions={data && <Actions review={data} />}>
      <MonthFilters search={search} review={data} />
      {error && <ProblemNote error={error} retry={() => void review.refetch()} />}
      {!data && !error && <Waiting lines={6} height={44} />}
      {data && data.slos.length === 0 && (
        <Empty text={service === undefined ? t.none : t.noneFits} />
      )}
      {data && data.slos.length > 0 && <Review review={data} />}
    </Page>
  );
}

function MonthFilters({
  search,
  review,
}: {
  readonly search: ReviewSearch;
  readonly review: MonthReview | undefined;
}) {
  const t = useReviewWords();
  const { slo } = useSay().t;
  const set = useSetFilter();
  const month = search.month ?? review?.month;
  const months = monthChoices(new Date(), review?.timeZone ?? timeZone, month);
  return (
    <div className={classes.unprinted}>
      <Filters>
        <ChoiceFilter
          label={t.month}
          choices={months.map((value) => ({ value, label: value }))}
          all={month === undefined}
          value={month}
          onChange={set('month')}
        />
        <TextFilter label={slo.service} value={search.service} onChange={set('service')} />
      </Filters>
    </div>
  );
}

function Actions({ review }: { readonly review: MonthReview }) {
  const t = useReviewWords();
  const me = useMe();
  const sayError = useSayError();
  const start = useWrite('slo.review-start');
  const begin = () =>
    start.mutate(
      { month: review.month },
      { onSuccess: () => toast({ kind: 'done', text: t.begun }), onError: sayError },
    );
  const canBegin = review.state === 'not-started' && reaches(me, 'sre') && review.slos.length > 0;
  return (
    <div className={classes.actions}>
      <CopyMarkdown review={review} />
      <Button variant="default" onClick={() => window.print()}>
        {t.print}
      </Button>
      {canBegin && (
        <Button loading={start.isPending} onClick={begin}>
          {t.begin}
        </Button>
      )}
    </div>
  );
}

function Review({ review }: { readonly review: MonthReview }) {
  const t = useReviewWords();
  const { language } = useSay();
  const { slos, carriedOver, leftOut, over, reviewed } = review;
  const day = (iso: string) =>
    formatDay(new Date(iso), { timeZone: review.timeZone, language, withYear: true });
  const last = new Date(Date.parse(review.to) - 1).toISOString();
  return (
    <div className={classes.review} data-testid="review">
      <p>
        <strong>{review.month}</strong> · {t.span(day(review.from), day(last), review.timeZone)} ·{' '}
        {reviewStateNames[review.state][language]} · {t.progress(reviewed, slos.length)}
      </p>
      {!over && <p className={classes.soft}>{t.soFar}</p>}
      <ReviewTable slos={slos} />
      {leftOut > 0 && <p>{t.leftOut(String(leftOut))}</p>}
      <p className={classes.soft}>{t.rule}</p>
      {slos.map((slo) => (
        <SloInReview key={slo.id} slo={slo} month={review.month} />
      ))}
      {carriedOver.length > 0 && (
        <Section title={t.carried}>
          <ActionList actions={carriedOver} withOrigin />
        </Section>
      )}
    </div>
  );
}
