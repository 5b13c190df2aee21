import type { Session } from '../world/records.ts';
import { timesOf, typed } from './script.ts';

interface Event {
  readonly at: number;
  readonly message: string;
}

/** What the server's own journal tells of a shell: each command as the kernel's audit saw it begin. */
export function auditOfCommands(session: Session): readonly Event[] {
  const times = timesOf(session, typed.length);
  return typed.flatMap(({ argv }, index) => {
    const at = times[index] ?? session.startedAt;
    const program = `/usr/bin/${argv[0] ?? ''}`;
    const words = argv.map((word, number) => `a${number}=${field(word)}`).join(' ');
    const pid = 2000 + index;
    return together(at, [
      `SYSCALL {id}: arch=c000003e syscall=59 success=yes exit=0 ppid=1900 pid=${pid} auid=4294967295 uid=1001 gid=1001 tty=pts0 ses=4294967295 comm=${field(argv[0] ?? '')} exe=${field(program)} key="sekisho-command"`,
      `EXECVE {id}: argc=${argv.length} ${words}`,
      `PROCTITLE {id}: proctitle=${hex(argv.join('\0'))}`,
    ]);
  });
}

/** What it tells of a forwarded port: the address that the session's worker connected to. */
export function auditOfForward(session: Session): readonly Event[] {
  const [at = session.startedAt] = timesOf(session, 1);
  return together(at, [
    'SYSCALL {id}: arch=c000003e syscall=42 success=no exit=-115 ppid=900 pid=2100 auid=4294967295 uid=0 gid=0 tty=(none) ses=4294967295 comm="ssm-session-wor" exe="/usr/bin/ssm-session-worker" key="sekisho-forward"',
    'SOCKADDR {id}: saddr=020015380A00020A0000000000000000',
    `PROCTITLE {id}: proctitle=${hex('/usr/bin/ssm-session-worker')}`,
  ]);
}

function together(at: number, records: readonly string[]): readonly Event[] {
  const id = `msg=audit(${Math.floor(at / 1000)}.${String(at % 1000).padStart(3, '0')}:${at % 100_000})`;
  return records.map((record) => ({
    at,
    message: JSON.stringify({
      by: 'audisp-syslog',
      unit: 'auditd.service',
      pid: '612',
      uid: '0',
      priority: '6',
      message: `type=${record.replace('{id}', id)}`,
    }),
  }));
}

/** The kernel writes what has blanks or is no ASCII as hexadecimal digits. */
function field(word: string): string {
  return /^[!#-~]+$/.test(word) ? `"${word}"` : hex(word);
}

function hex(text: string): string {
  return Buffer.from(text).toString('hex').toUpperCase();
}
