import type { Language, Role, VerbName } from '@sekisho/contract';
import { verbHelp, verbTitle, verbWords } from '@sekisho/words';
import { verbs } from '../shared/manifest.ts';

export interface Command {
  readonly verb: VerbName;
  readonly title: string;
  readonly help: string;
  /** What the command line says for it. */
  readonly line: string;
  /** Where the console does it. */
  readonly to: Place;
  /** The weakest role that may try it. */
  readonly role: Role;
}

export type Place =
  | '/'
  | '/ask'
  | '/history'
  | '/costs'
  | '/sessions'
  | '/sweep'
  | '/recovery'
  | '/doctor'
  | '/timeline'
  | '/slos'
  | '/definition'
  | '/sources'
  | '/review'
  | '/people'
  | '/me'
  | '/access'
  | '/accounts'
  | '/membership'
  | 'stop-all'
  /** Where leases are: the verb acts on one of them. */
  | 'leases';

/** Every verb has its place in the console: what it is told here is where it is done. */
const places: Readonly<Record<VerbName, Place>> = {
  'ops.start': '/ask',
  'ops.quote': '/ask',
  'ops.list': '/',
  'ops.show': 'leases',
  'ops.connect': 'leases',
  'ops.forward': 'leases',
  'ops.extend': 'leases',
  'ops.hold': 'leases',
  'ops.handover': 'leases',
  'ops.replace': 'leases',
  'ops.stop': 'leases',
  'ops.history': '/history',
  'ops.who': '/',
  'ops.sweep': '/sweep',
  'ops.spare': '/sweep',
  'ops.cost': '/costs',
  'ops.sessions': '/sessions',
  'ops.sessions.show': '/sessions',
  'ops.sessions.grep': '/sessions',
  'ops.sessions.replay': '/sessions',
  'access.request': '/access',
  'access.list': '/access',
  'access.show': 'leases',
  'access.extend': 'leases',
  'access.return': 'leases',
  'access.could': '/access',
  'access.accounts': '/accounts',
  'access.drift': '/access',
  'access.burden': '/accounts',
  'access.live-sessions': '/access',
  'access.live-sessions-propose': '/access',
  'access.live-sessions-approve': '/access',
  'access.live-sessions-revoke': '/access',
  'membership.request': '/membership',
  'membership.list': '/membership',
  'membership.show': 'leases',
  'membership.extend': 'leases',
  'membership.return': 'leases',
  'membership.check': '/membership',
  'membership.journal': '/membership',
  'membership.teams': '/membership',
  'ci.exchange': 'leases',
  'ci.finish': 'leases',
  'ci.extend': 'leases',
  'ci.stop': 'leases',
  'ci.plan': 'leases',
  'lease.list': '/',
  'lease.history': '/history',
  'lease.show': 'leases',
  'lease.approve': 'leases',
  'lease.deny': 'leases',
  'lease.withdraw': 'leases',
  'lease.review': 'leases',
  'lease.stop-all': 'stop-all',
  'lease.resume': 'stop-all',
  'recovery.show': '/recovery',
  'recovery.settle': '/recovery',
  'doctor.examine': '/doctor',
  'timeline.list': '/timeline',
  'timeline.verify': '/timeline',
  'timeline.export': '/timeline',
  'timeline.anchor': '/timeline',
  'timeline.note': '/timeline',
  'slo.list': '/slos',
  'slo.show': '/slos',
  'slo.burn': '/slos',
  'slo.history': '/slos',
  'slo.views': '/slos',
  'slo.sources': '/sources',
  'slo.pages': '/slos',
  'slo.acknowledge': '/slos',
  'slo.link': '/slos',
  'slo.override': '/slos',
  'slo.propose': '/slos',
  'slo.accept': '/slos',
  'slo.decline': '/slos',
  'slo.proposals': '/slos',
  'slo.correct': '/slos',
  'slo.uncorrect': '/slos',
  'slo.corrections': '/slos',
  'slo.review': '/review',
  'slo.review-start': '/review',
  'slo.review-decide': '/review',
  'slo.review-action': '/review',
  'slo.review-done': '/review',
  'slo.replay': '/slos',
  'slo.preview': '/definition',
  'people.list': '/people',
  'people.directory': '/people',
  'people.me': '/people',
  'policy.explain': '/people',
  'token.create': '/people',
  'token.list': '/people',
  'token.revoke': '/people',
  'session.list': '/me',
  'session.revoke': '/me',
  'passkey.list': '/me',
  'passkey.remove': '/me',
  'people.links': '/me',
  'people.unlink': '/me',
};

/** Every verb of the contract, in the reader's words. */
export function commandsIn(language: Language): Command[] {
  return verbs.map(({ name, role }) => ({
    verb: name,
    title: verbTitle(name, language),
    help: verbHelp(name, language),
    line: `sekisho ${name.replaceAll('.', ' ')}`,
    to: places[name],
    role,
  }));
}

/** Commands that fit what was typed, in either language; those whose title begins with it come first. */
export function findCommands(commands: readonly Command[], typed: string): Command[] {
  const words = typed.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  const fits = commands.filter((command) => {
    const { title, command: word } = verbWords[command.verb];
    const text = [command.line, command.help, title.en, title.ja, word.en, word.ja].join(' ');
    return words.every((part) => text.toLowerCase().includes(part));
  });
  const first = words[0] ?? '';
  const rank = (command: Command) => (command.title.toLowerCase().startsWith(first) ? 0 : 1);
  return fits.sort((a, b) => rank(a) - rank(b));
}
