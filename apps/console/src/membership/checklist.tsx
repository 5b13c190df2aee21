import type { MembershipLease } from '@sekisho/contract';
import { membershipWordsIn } from '@sekisho/words/membership';
import { useState } from 'react';
import { isOver } from '../shared/lease-facts.ts';
import { reaches, useMe } from '../shared/me.ts';
import { useSay } from '../shared/say.ts';
import { Section } from '../shared/section.tsx';
import { toast } from '../shared/toasts.ts';
import { useSayError } from '../shared/use-say-error.ts';
import { useWrite } from '../shared/use-verb.ts';
import classes from './membership.module.css';

type Item = MembershipLease['checklist'][number];

/** The first things to do, ticked off as they are done. */
export function Checklist({ lease }: { readonly lease: MembershipLease }) {
  const { language } = useSay();
  const words = membershipWordsIn(language);
  const { checklist } = lease;
  const done = checklist.filter((item) => item.done !== null).length;
  return (
    <Section
      title={words.firstThings}
      aside={<span className={classes.soft}>{words.done(done, checklist.length)}</span>}
    >
      {checklist.length === 0 && <p>{words.noList}</p>}
      <ul className={classes.list} data-testid="checklist">
        {checklist.map((item) => (
          <Tick key={item.id} lease={lease} item={item} />
        ))}
      </ul>
    </Section>
  );
}

/** Shows the tick at once; one that the server refuses is taken back, with the reason. */
function Tick({ lease, item }: { readonly lease: MembershipLease; readonly item: Item }) {
  const { language, exact, person } = useSay();
  const words = membershipWordsIn(language);
  const me = useMe();
  const sayError = useSayError();
  const check = useWrite('membership.check');
  const [wanted, setWanted] = useState<boolean | null>(null);
  const { id, title, link, done } = item;
  const name = title[language];
  const mayTick = !isOver(lease) && (me.person?.id === lease.holder || reaches(me, 'sre'));
  const set = (to: boolean, undoing = false) => {
    setWanted(to);
    check.mutate(
      { id: lease.id, item: id, done: to },
      {
        onSuccess: () => {
          setWanted(null);
          if (undoing) return;
          const text = to ? words.ticked(name) : words.unticked(name);
          toast({ kind: 'done', text, undo: () => set(!to, true) });
        },
        onError: (error) => {
          setWanted(null);
          sayError(error);
        },
      },
    );
  };
  return (
    <li className={classes.item}>
      <label className={classes.tick}>
        <input
          type="checkbox"
          checked={wanted ?? done !== null}
          disabled={!mayTick}
          onChange={(event) => set(event.currentTarget.checked)}
        />{' '}
        {name}
      </label>
      {link !== null && (
        <a href={link} target="_blank" rel="noreferrer noopener" aria-label={`${name} ↗`}>
          ↗
        </a>
      )}
      {done !== null && wanted === null && (
        <small className={classes.soft}>
          {words.doneOn(exact(done.at))}
          {done.by !== lease.holder && ` · ${person(done.by)}`}
        </small>
      )}
    </li>
  );
}
