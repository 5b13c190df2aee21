import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import type { MonthReview } from '@sekisho/contract';
import { reviewMarkdown } from '@sekisho/words/slo';
import { Glyph } from '../shared/glyph.tsx';
import { useSay } from '../shared/say.ts';
import { useReviewWords } from './use-review-words.ts';

/** Copies the whole review, ready to be pasted into a wiki. */
export function CopyMarkdown({ review }: { readonly review: MonthReview }) {
  const t = useReviewWords();
  const { language, person: nameOf } = useSay();
  const { copied, copy } = useClipboard({ timeout: 2000 });
  return (
    <Button
      variant="default"
      leftSection={<Glyph name={copied ? 'done' : 'copy'} size={14} />}
      onClick={() => copy(reviewMarkdown(review, { language, nameOf }))}
    >
      {copied ? t.copied : t.markdown}
    </Button>
  );
}
