import { Button, TextInput } from '@mantine/core';
import type { SloDetail, SloPage } from '@sekisho/contract';
import { type FormEvent, useState } from 'react';
import { Glyph } from '../shared/glyph.tsx';
import { useMe } from '../shared/me.ts';
import { useSay } from '../shared/say.ts';
import { toast } from '../shared/toasts.ts';
import { useNow } from '../shared/use-now.ts';
import { useSayError } from '../shared/use-say-error.ts';
import { useWrite } from '../shared/use-verb.ts';
import { groupPages } from './group-pages.ts';
import { PageWhy } from './page-why.tsx';
import classes from './slo.module.css';

/** What fired, open ones first, each with its reason and the tickets it silenced, and from when on it could fire. */
export function PageList({ slo }: { readonly slo: SloDetail }) {
  const { t, exact } = useSay();
  const { pages, alertsFrom, budget } = slo;
  const knewBefore = budget !== null && alertsFrom !== null && budget.from < alertsFrom;
  return (
    <>
      {pages.length === 0 && <p className={classes.soft}>{t.slo.noPages}</p>}
      {pages.length > 0 && (
        <ol className={classes.pages} data-testid="slo-pages">
          {groupPages(pages).map(({ page, silenced }, index) => (
            <OnePage
              key={page.id}
              {...{ page, silenced }}
              open={index === 0 || page.resolvedAt === null}
            />
          ))}
        </ol>
      )}
      {knewBefore && <p className={classes.soft}>{t.slo.alertsFrom(exact(alertsFrom))}</p>}
    </>
  );
}

interface OnePageProps {
  readonly page: SloPage;
  /** Whether its reason is shown at once. */
  readonly open: boolean;
  /** Tickets that nobody was told of because of it. */
  readonly silenced?: readonly SloPage[];
  /** Whether the page that silenced it asks to be acknowledged in its place. */
  readonly covered?: boolean;
}

function OnePage({ page, open, silenced = [], covered = false }: OnePageProps) {
  const { t, person, relative, full } = useSay();
  const now = useNow(30_000);
  const { resolvedAt, acknowledgedAt, acknowledgedBy, incident, untold, refired } = page;
  return (
    <li className={classes.page} data-testid={`page-${page.id}`}>
      <div className={classes.pageHead}>
        <strong>
          <Glyph name={resolvedAt === null ? 'stuck' : 'ended'} size={14} />{' '}
          {t.slo.severities[page.severity]}
        </strong>
        <time dateTime={page.firedAt} title={full(page.firedAt)}>
          {relative(page.firedAt, now)}
        </time>
        <span>
          {resolvedAt === null ? t.slo.openStill : t.slo.resolved(relative(resolvedAt, now))}
        </span>
        {acknowledgedBy !== null && acknowledgedAt !== null && (
          <span>{t.slo.acknowledgedBy(person(acknowledgedBy), relative(acknowledgedAt, now))}</span>
        )}
        {incident !== null && <IncidentLink incident={incident} />}
        {refired > 0 && <span className={classes.soft}>{t.slo.refired(refired)}</span>}
        {untold !== null && <span className={classes.soft}>{t.slo.untold[untold]}</span>}
      </div>
      <Acts page={page} covered={covered} />
      <details open={open}>
        <summary>{t.slo.why}</summary>
        <PageWhy page={page} />
      </details>
      {silenced.length > 0 && (
        <ol className={classes.silenced}>
          {silenced.map((ticket) => (
            <OnePage key={ticket.id} page={ticket} open={false} covered={resolvedAt === null} />
          ))}
        </ol>
      )}
    </li>
  );
}

/** Words, or a link where it is an address that leads somewhere by HTTP. */
function IncidentLink({ incident }: { readonly incident: string }) {
  const { t } = useSay();
  const leads = URL.canParse(incident) && /^https?:$/.test(new URL(incident).protocol);
  return (
    <span>
      {t.slo.incident}:{' '}
      {leads ? (
        <a href={incident} rel="noreferrer" target="_blank">
          {incident}
        </a>
      ) : (
        incident
      )}
    </span>
  );
}

/** What the reader can do now: say that they are on it, and name the incident. */
function Acts({ page, covered }: { readonly page: SloPage; readonly covered: boolean }) {
  const { t } = useSay();
  const me = useMe();
  const sayError = useSayError();
  const [naming, setNaming] = useState(false);
  const acknowledge = useWrite('slo.acknowledge');
  if (me.person === null || me.person.role === 'read-only') return null;
  const done = () => toast({ kind: 'done', text: t.slo.acknowledged });
  return (
    <div className={classes.pageHead}>
      {page.acknowledgedAt === null && page.resolvedAt === null && !covered && (
        <Button
          size="xs"
          variant={page.untold === null ? 'filled' : 'default'}
          loading={acknowledge.isPending}
          onClick={() =>
            acknowledge.mutate({ id: page.id }, { onSuccess: done, onError: sayError })
          }
        >
          {t.slo.acknowledge}
        </Button>
      )}
      {naming ? (
        <NameIncident page={page} onDone={() => setNaming(false)} />
      ) : (
        <Button size="xs" variant="default" onClick={() => setNaming(true)}>
          {t.slo.link}
        </Button>
      )}
    </div>
  );
}

function NameIncident({ page, onDone }: { readonly page: SloPage; readonly onDone: () => void }) {
  const { t } = useSay();
  const sayError = useSayError();
  const [incident, setIncident] = useState(page.incident ?? '');
  const link = useWrite('slo.link');
  const send = (event: FormEvent) => {
    event.preventDefault();
    const linked = () => {
      toast({ kind: 'done', text: t.slo.linked });
      onDone();
    };
    link.mutate({ id: page.id, incident }, { onSuccess: linked, onError: sayError });
  };
  return (
    <form className={classes.pageHead} onSubmit={send}>
      <TextInput
        size="xs"
        aria-label={t.slo.linkLabel}
        placeholder={t.slo.linkLabel}
        value={incident}
        maxLength={500}
        autoFocus
        onChange={(event) => setIncident(event.currentTarget.value)}
      />
      <Button type="submit" size="xs" loading={link.isPending} disabled={incident.trim() === ''}>
        {t.slo.link}
      </Button>
    </form>
  );
}
