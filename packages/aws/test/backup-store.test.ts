import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createS3BackupStore } from '../src/backup-store/s3-backup-store.ts';

type Answer = (request: IncomingMessage, answer: ServerResponse) => void | Promise<void>;

async function* bytes(size: number) {
  yield Buffer.alloc(size, 'sekisho ');
}

/** A store whose S3 is what the test says. */
async function storeOn(answer: Answer, silenceMs = 60_000) {
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as { port: number };
  const store = createS3BackupStore({
    ...{ region: 'us-east-1', bucket: 'kept', silenceMs, endpoint: `http://127.0.0.1:${port}` },
    credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'x' },
  });
  onTestFinished(() => {
    store.close();
    server.closeAllConnections();
    server.close();
  });
  return store;
}

async function taken(request: IncomingMessage): Promise<void> {
  for await (const _ of request);
}

function refuse(answer: ServerResponse, status: number, code: string): void {
  answer.writeHead(status, { 'content-type': 'application/xml' });
  answer.end(`<Error><Code>${code}</Code><Message>as S3 says it</Message></Error>`);
}

/** Keeps the first object and answers nothing; to its repetition it says that something is there. */
function losing(look: (answer: ServerResponse, upload: string) => void): Answer {
  let upload: string | null = null;
  return async (request, answer) => {
    if (request.method === 'HEAD') return look(answer, upload ?? '');
    await taken(request);
    if (upload !== null) return refuse(answer, 412, 'PreconditionFailed');
    upload = String(request.headers['x-amz-meta-sekisho-upload']);
    request.socket.destroy();
  };
}

describe('a backup whose first answer was lost', () => {
  it('is there when whoever may look finds it', async () => {
    const store = await storeOn(
      losing((answer, upload) => {
        answer.writeHead(200, { 'x-amz-meta-sekisho-upload': upload }).end();
      }),
    );
    await store.write('backups/1', bytes(9));
  });

  it("is refused when another's is there", async () => {
    const store = await storeOn(losing((answer) => void answer.writeHead(200).end()));
    const failed = store.write('backups/1', bytes(9));
    await expect(failed).rejects.toMatchObject({ failure: 'conflict' });
  });

  it('is of unknown outcome to who may not look', async () => {
    const store = await storeOn(losing((answer) => void answer.writeHead(403).end()));
    const failed = store.write('backups/1', bytes(9));
    await expect(failed).rejects.toMatchObject({ failure: 'unknown-outcome' });
  });
});

describe('a line of S3', () => {
  it('may be slow, however long the whole takes', async () => {
    const store = await storeOn(async (request, answer) => {
      for (let part = 0; part < 6; part += 1) {
        await new Promise((next) => setTimeout(next, 250));
        answer.writeProcessing();
      }
      await taken(request);
      answer.end();
    }, 800);
    await store.write('backups/1', bytes(9));
  });

  it('has failed when it is silent', async () => {
    const store = await storeOn(() => undefined, 300);
    const failed = store.write('backups/1', bytes(9));
    await expect(failed).rejects.toMatchObject({ failure: 'unknown-outcome' });
  });
});

it('says that credentials have expired, although the upload cannot be ended with them either', async () => {
  const store = await storeOn(async (request, answer) => {
    await taken(request);
    if (request.method !== 'POST') return refuse(answer, 400, 'ExpiredToken');
    answer.end(
      '<InitiateMultipartUploadResult><UploadId>1</UploadId></InitiateMultipartUploadResult>',
    );
  });
  const failed = store.write('backups/1', bytes(17 * 1024 * 1024));
  await expect(failed).rejects.toMatchObject({ failure: 'denied', vendorCode: 'ExpiredToken' });
});
