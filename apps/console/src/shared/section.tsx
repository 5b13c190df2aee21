import { Skeleton, VisuallyHidden } from '@mantine/core';
import { type ReactNode, useEffect, useId } from 'react';
import { useSay } from './say.ts';
import classes from './section.module.css';

interface PageProps {
  readonly title: string;
  /** What helps a first reader, one line. */
  readonly lead?: string;
  /** The page's one primary action, and what stands beside it. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page: its heading, its action, its parts below each other. */
export function Page({ title, lead, actions, children }: PageProps) {
  const { t } = useSay();
  useEffect(() => {
    document.title = `${title} · ${t.shell.product}`;
  }, [title, t]);
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <div>
          <h1 className={classes.title}>{title}</h1>
          {lead && <p className={classes.lead}>{lead}</p>}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
      {children}
    </div>
  );
}

interface SectionProps {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly plain?: boolean;
}

/** A titled part of a page. */
export function Section({ title, aside, children, plain = false }: SectionProps) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.sectionHead}>
        <h2 id={id} className={classes.sectionTitle}>
          {title}
        </h2>
        {aside}
      </div>
      {plain ? children : <div className={classes.box}>{children}</div>}
    </section>
  );
}

interface EmptyProps {
  readonly text: string;
  /** The one thing that fills it. */
  readonly action?: ReactNode;
}

export function Empty({ text, action }: EmptyProps) {
  return (
    <div className={classes.empty}>
      <p>{text}</p>
      {action}
    </div>
  );
}

/** Lines where the answer will stand; as many and as high as usual, so that nothing jumps. */
export function Waiting({
  lines = 3,
  height = 44,
}: {
  readonly lines?: number;
  readonly height?: number;
}) {
  const { t } = useSay();
  return (
    <div className={classes.waiting} aria-busy="true">
      <VisuallyHidden>{t.common.loading}</VisuallyHidden>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={height} radius="sm" />
      ))}
    </div>
  );
}
