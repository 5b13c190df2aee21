export { journalEntryText } from './entry-line.ts';
export { borrowedText, type JournalLease } from './lease-text.ts';
export { journalMarkdown, type Report, type ReportReader } from './markdown.ts';
