import { type Kysely, sql } from 'kysely';
import type { AnyTables } from '../any-tables.ts';

const statements = [
  `create table recorded_sessions (
    id text primary key,
    lease text not null,
    environment text not null,
    account text not null,
    region text not null,
    instance_id text not null,
    owner text not null,
    person text,
    started_at timestamptz not null,
    ended_at timestamptz,
    document text,
    reason text,
    recording text not null,
    commands_from text not null,
    commands integer not null,
    index_is_whole boolean not null,
    forwarded_to jsonb not null,
    looks integer not null,
    next_look_at timestamptz
  )`,
  'create index recorded_sessions_newest on recorded_sessions (started_at desc, id)',
  'create index recorded_sessions_lease on recorded_sessions (lease)',
  `create index recorded_sessions_due on recorded_sessions (next_look_at)
    where next_look_at is not null`,
  'create index recorded_sessions_open on recorded_sessions (environment) where ended_at is null',
  `create table recorded_commands (
    session text not null,
    number integer not null,
    at timestamptz,
    text text not null,
    primary key (session, number)
  )`,
  // Who read whose, so that a long reading is one entry of the timeline.
  `create table recording_reads (
    reader text not null,
    session text not null,
    verb text not null,
    at timestamptz not null,
    primary key (reader, session, verb)
  )`,
  `create table session_looks (
    environment text primary key,
    looked_at timestamptz,
    failing_since timestamptz,
    detail text
  )`,
];

/** Sessions on ops servers, what was run in them, who read of it, and how far they were collected. */
export async function up(kysely: Kysely<AnyTables>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(kysely);
}
