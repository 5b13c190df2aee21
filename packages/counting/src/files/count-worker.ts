import { parentPort, workerData } from 'node:worker_threads';
import { formatOf } from '../formats/formats.ts';
import { countFile } from './count-file.ts';
import type { Task, Told, WorkerSetting } from './worker-messages.ts';

const { format, fields, ...rest } = workerData as WorkerSetting;
const options = { format: formatOf(format, fields), ...rest };

function tell(told: Told): void {
  parentPort?.postMessage(told);
}

async function work({ index, file }: Task): Promise<void> {
  try {
    const found = await countFile(file, options, (bytes) => tell({ is: 'heard', bytes }));
    tell({ is: 'counted', index, found });
  } catch (error) {
    const { code, path, message } = error as NodeJS.ErrnoException;
    tell({ is: 'failed', error: { code, path, message } });
  }
}

parentPort?.on('message', (task: Task) => void work(task));
