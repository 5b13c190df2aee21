import { Button, Group } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useSay } from './say.ts';
import { withFilter } from './search-params.ts';

/** Rows on one page of History or the timeline. */
export const rowsShown = 100;

interface PagerProps {
  /** What stands in the address now: which row was the last of the page before. */
  readonly before: string | undefined;
  /** The last row that is shown, when there may be more after it. */
  readonly last: string | null;
}

/** Goes to older rows and back; the page is in the address, so the back button works too. */
export function Pager({ before, last }: PagerProps) {
  const { t } = useSay();
  const navigate = useNavigate();
  const go = (to: string) =>
    void navigate({
      to: '.',
      search: ((search: Record<string, string>) => withFilter(search, 'before', to)) as never,
    });
  if (before === undefined && last === null) return null;
  return (
    <Group gap="sm">
      {before !== undefined && (
        <Button variant="default" onClick={() => go('')}>
          {t.common.newest}
        </Button>
      )}
      {last !== null && (
        <Button variant="default" onClick={() => go(last)}>
          {t.common.older}
        </Button>
      )}
    </Group>
  );
}
