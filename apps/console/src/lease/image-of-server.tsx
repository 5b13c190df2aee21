import type { OpsLease } from '@sekisho/contract';
import { daysSince, imageAgeText, imageChangesText, nextImageText } from '@sekisho/words';
import { Copy } from '../shared/copy.tsx';
import { useSay } from '../shared/say.ts';
import { Section } from '../shared/section.tsx';
import classes from './lease-page.module.css';

interface ImageOfServerProps {
  readonly lease: OpsLease;
  readonly now: number;
}

/** Which image a server is from, how old it is, and what changed in it since the one before, and what a replacement would bring. */
export function ImageOfServer({ lease, now }: ImageOfServerProps) {
  const { t, language } = useSay();
  const { imageId, imageCreatedAt, imageProvenance, nextImage: next } = lease;
  const days = daysSince(imageCreatedAt, new Date(now));
  return (
    <Section title={t.ask.image}>
      <p className={classes.image} data-testid="image">
        <code>{imageId}</code> <Copy value={imageId} what={t.ask.image} />
        {days !== null && <> {imageAgeText(days, language)}</>}
      </p>
      {imageProvenance !== null && (
        <p className={classes.image}>{imageChangesText(imageProvenance, language)}</p>
      )}
      {next !== undefined && (
        <p className={classes.image} role="note">
          {nextImageText({ imageId, next }, new Date(now), language)}
        </p>
      )}
    </Section>
  );
}
