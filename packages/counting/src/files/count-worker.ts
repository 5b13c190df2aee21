import { parentPort, workerData } from 'node:worker_threads';
import { formatOf } from '../formats/formats.ts';
import { countFile } from './count-file.ts';
import type { Task, Told, WorkerSetting } from './worker-messages.ts';

const { format, fields, ...rest } = workerData as WorkerSetting;
const options = { format: formatOf(format, fields), ...rest };

function tell(told: Told): void {
  parentPort?.postMessage(told);
}

parentPort?.on('message', async ({ index, file }: Task) => {
  try {
    const found = await countFile(file, options, (bytes) => tell({ is: 'heard', bytes }));
    tell({ is: 'counted', index, found });
  } catch (error) {
    // An error loses its fields on the way to another thread; these are what people are told.
    const { code, path, message } = error as NodeJS.ErrnoException;
    tell({ is: 'failed', error: { code, path, message } });
  }
});
