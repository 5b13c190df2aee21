import type { WordsOf } from './words.ts';

const slo = { en: 'the SLO, such as shop-availability', ja: 'SLO(例: shop-availability)' };
const one = {
  en: 'the proposal or correction, such as tgt-7k3f9q2m',
  ja: '提案または補正の ID(例: tgt-7k3f9q2m)',
};
const correction = {
  en: 'the correction, such as cor-7k3f9q2m',
  ja: '補正の ID(例: cor-7k3f9q2m)',
};
const state = { en: 'only in this state', ja: '状態で絞り込む' };
const limit = { en: 'how many rows at most', ja: '最大件数' };

export const agreementWords: WordsOf<
  | 'slo.propose'
  | 'slo.accept'
  | 'slo.decline'
  | 'slo.proposals'
  | 'slo.correct'
  | 'slo.uncorrect'
  | 'slo.corrections'
> = {
  'slo.propose': {
    title: { en: 'Propose a target', ja: '目標を提案' },
    help: {
      en: 'propose another target for an SLO; an owner of the service and an SRE must agree',
      ja: 'SLO の目標の変更を提案します(サービスのオーナーと SRE の同意が必要)',
    },
    command: { en: 'propose', ja: '提案' },
    fields: {
      id: slo,
      target: { en: 'the new target in percent, such as 99.9', ja: '新しい目標(%。例: 99.9)' },
      from: {
        en: 'from when, such as 2026-12-01; as soon as both have agreed without it',
        ja: 'いつから(例: 2026-12-01。省略すると同意がそろい次第)',
      },
      reason: {
        en: 'why; those who agree and the timeline see it',
        ja: '理由(同意する人とタイムラインに表示されます)',
      },
    },
  },
  'slo.accept': {
    title: { en: 'Accept', ja: '同意' },
    help: {
      en: 'agree to a proposed target or a correction, as an owner of the service or an SRE',
      ja: '目標の提案や補正に、サービスのオーナーまたは SRE として同意します',
    },
    command: { en: 'accept', ja: '同意' },
    fields: { id: one },
  },
  'slo.decline': {
    title: { en: 'Decline', ja: '却下' },
    help: {
      en: 'say no to a proposed target or a correction, or take back your own',
      ja: '目標の提案や補正を却下するか、自分のものを取り下げます',
    },
    command: { en: 'decline', ja: '却下' },
    fields: { id: one, reason: { en: 'why, and what to do instead', ja: '理由と、代わりの方法' } },
  },
  'slo.proposals': {
    title: { en: 'Targets and proposals', ja: '目標と提案' },
    help: {
      en: 'the targets in force, who agreed to them, and what is proposed',
      ja: '現在の目標と合意した人、提案の一覧を表示します',
    },
    command: { en: 'proposals', ja: '提案一覧' },
    fields: {
      id: slo,
      proposal: {
        en: 'only this one, such as tgt-7k3f9q2m',
        ja: '提案の ID で絞り込む(例: tgt-7k3f9q2m)',
      },
      state,
      limit,
    },
  },
  'slo.correct': {
    title: { en: 'Ask for a correction', ja: '補正を依頼' },
    help: {
      en: 'ask that minutes do not count, once or again and again; another owner or SRE must agree',
      ja: '一度または繰り返しの期間を対象外にするよう依頼します(別のオーナーか SRE の同意が必要)',
    },
    command: { en: 'correct', ja: '補正' },
    fields: {
      slos: { en: 'SLOs of one service', ja: 'SLO(同じサービスのもの)' },
      service: {
        en: 'every SLO of this service instead',
        ja: '代わりに、このサービスのすべての SLO',
      },
      from: {
        en: 'beginning of a single span, such as 2026-11-21 02:00',
        ja: '一度だけの期間の始まり(例: 2026-11-21 02:00)',
      },
      to: { en: 'its end', ja: '一度だけの期間の終わり' },
      rule: {
        en: 'when it recurs, as an RRULE such as FREQ=WEEKLY;BYDAY=SU',
        ja: '繰り返しのルール(例: FREQ=WEEKLY;BYDAY=SU)',
      },
      start: {
        en: 'local date and time of the first, such as 2026-11-22T02:00',
        ja: '初回の現地日時(例: 2026-11-22T02:00)',
      },
      for: { en: 'how long each lasts, such as 1h', ja: '1 回の長さ(例: 1h)' },
      timeZone: {
        en: 'time zone of its clock, such as Asia/Tokyo; yours without it',
        ja: 'タイムゾーン(例: Asia/Tokyo。省略すると自分のタイムゾーン)',
      },
      reason: {
        en: 'why these minutes shall not count',
        ja: '対象外にする理由',
      },
    },
  },
  'slo.uncorrect': {
    title: { en: 'End a correction', ja: '補正を終了' },
    help: {
      en: 'end a recurring correction from now on, or take a single one back',
      ja: '繰り返しの補正をこれから先について終了するか、一度だけの補正を取り消します',
    },
    command: { en: 'uncorrect', ja: '補正終了' },
    fields: {
      id: correction,
      reason: { en: 'why', ja: '理由' },
      entirely: {
        en: 'take a recurring one back for the past, too',
        ja: '繰り返しの補正を、過去の分も含めて取り消す',
      },
    },
  },
  'slo.corrections': {
    title: { en: 'Corrections', ja: '補正' },
    help: {
      en: 'minutes that do not count: when, why, who asked and who agreed',
      ja: '対象外の期間と、その理由、依頼者、同意した人を表示します',
    },
    command: { en: 'corrections', ja: '補正一覧' },
    fields: {
      id: slo,
      correction: {
        en: 'only this one, such as cor-7k3f9q2m',
        ja: '補正の ID で絞り込む(例: cor-7k3f9q2m)',
      },
      service: { en: 'only of this service', ja: 'サービスで絞り込む' },
      state,
      limit,
    },
  },
};
