import { type Kysely, sql } from 'kysely';
import type { AnyTables } from '../any-tables.ts';

/** Who is signed in and how: sessions, logins under way, machines that ask, passkeys, Slack users who linked themselves. */
const statements = [
  `create table sessions (
    id text primary key,
    hash text not null unique,
    person text not null,
    kind text not null,
    client text not null,
    address text not null,
    authenticated_at timestamptz not null,
    passkey_at timestamptz,
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at timestamptz not null,
    idle_seconds integer,
    revoked_at timestamptz
  )`,
  'create index sessions_by_person on sessions (person, created_at)',
  `create table logins (
    state_hash text primary key,
    browser_hash text not null,
    verifier text not null,
    nonce text not null,
    return_to text not null,
    fresh boolean not null,
    expires_at timestamptz not null
  )`,
  `create table device_logins (
    hash text primary key,
    user_code_hash text not null unique,
    client text not null,
    address text not null,
    state text not null,
    person text,
    authenticated_at timestamptz,
    asked_at timestamptz,
    interval_seconds integer not null,
    created_at timestamptz not null,
    expires_at timestamptz not null
  )`,
  `create table passkeys (
    id text primary key,
    credential_id text not null unique,
    person text not null,
    name text not null,
    public_key text not null,
    counter bigint not null,
    transports text[] not null,
    created_at timestamptz not null,
    last_used_at timestamptz
  )`,
  'create index passkeys_by_person on passkeys (person)',
  `create table passkey_challenges (
    session text primary key,
    purpose text not null,
    challenge text not null,
    expires_at timestamptz not null
  )`,
  `create table slack_links (
    id text primary key,
    hash text not null unique,
    team text not null,
    slack_user text not null,
    person text,
    asked_at timestamptz not null,
    expires_at timestamptz not null,
    linked_at timestamptz,
    revoked_at timestamptz
  )`,
  `create unique index slack_links_in_force on slack_links (team, slack_user)
    where linked_at is not null and revoked_at is null`,
  'alter table leases add column step_up text',
];

export async function up(kysely: Kysely<AnyTables>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(kysely);
}
