export { gather, type Term } from './gather.ts';
export { type JournalReader, tellJournal } from './tell.ts';
