import { Button, FileButton } from '@mantine/core';
import type { ExportedEntry } from '@sekisho/contract';
import { useRef } from 'react';
import { client } from '../shared/client.ts';
import { download } from '../shared/download.ts';
import { everyPage, pageSize } from '../shared/every-page.ts';
import { reaches, useMe } from '../shared/me.ts';
import { useSay } from '../shared/say.ts';
import { toast } from '../shared/toasts.ts';
import { useBusy } from '../shared/use-busy.ts';
import { useSayError } from '../shared/use-say-error.ts';
import { useWrite } from '../shared/use-verb.ts';
import { readCheckpoints } from './checkpoints.ts';
import classes from './timeline.module.css';
import type { Verify } from './verdict-note.tsx';

/** What has to leave this database so that a rewritten timeline shows: checkpoints and exports. */
export function KeepElsewhere({ verify }: { readonly verify: Verify }) {
  const { t } = useSay();
  const me = useMe();
  return (
    <details className={classes.keep}>
      <summary>{t.timeline.elsewhere}</summary>
      <p className={classes.means}>{t.timeline.elsewhereMeans}</p>
      <div className={classes.deeds}>
        {reaches(me, 'sre') && <MakeCheckpoint />}
        <CompareCheckpoints verify={verify} />
        <Export />
      </div>
    </details>
  );
}

/** Signs where the chain stands now, and hands it over as a line to be kept. */
function MakeCheckpoint() {
  const { t } = useSay();
  const onError = useSayError();
  const anchor = useWrite('timeline.anchor');
  const make = () =>
    anchor.mutate(
      {},
      {
        onSuccess: (checkpoint) => {
          const name = `sekisho-checkpoint-${checkpoint.number}.json`;
          download(name, `${JSON.stringify(checkpoint)}\n`, 'application/json');
          toast({ kind: 'done', text: t.timeline.anchored(checkpoint.number) });
        },
        onError,
      },
    );
  return (
    <Button variant="default" loading={anchor.isPending} onClick={make}>
      {t.timeline.anchor}
    </Button>
  );
}

/** Verifies the chain against checkpoints in a file of the reader's. */
function CompareCheckpoints({ verify }: { readonly verify: Verify }) {
  const { t } = useSay();
  const forget = useRef<() => void>(null);
  const { busy, run } = useBusy();
  const read = (file: File | null) => {
    if (file === null) return;
    run(async () => {
      // The same file may be chosen again once it was mended.
      forget.current?.();
      const checkpoints = readCheckpoints(await file.text());
      if (checkpoints === null) {
        toast({
          kind: 'error',
          text: t.timeline.noCheckpoint(file.name),
          fix: t.timeline.noCheckpointFix,
        });
      } else verify.run(checkpoints);
    });
  };
  return (
    <FileButton resetRef={forget} accept=".json,.jsonl" onChange={read}>
      {(props) => (
        <Button variant="default" loading={busy || verify.busy} {...props}>
          {t.timeline.compare}
        </Button>
      )}
    </FileButton>
  );
}

/** Saves every entry with its hash, so that the chain can be recomputed without this server. */
function Export() {
  const { t } = useSay();
  const { busy, run } = useBusy();
  const save = async () => {
    const entries = await everyPage<ExportedEntry>((last) =>
      client.call('timeline.export', { after: last?.number ?? 0, limit: pageSize }),
    );
    const lines = entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
    download('sekisho-timeline.jsonl', lines, 'application/jsonl');
    toast({ kind: 'done', text: t.timeline.exported(entries.length) });
  };
  return (
    <Button variant="default" loading={busy} onClick={() => run(save)}>
      {t.timeline.export}
    </Button>
  );
}
