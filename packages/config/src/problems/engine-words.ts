import type { ProblemWordsOf } from './words-of.ts';

/** What keeps a container engine from being used, or from being used safely. */
export const engineWords: ProblemWordsOf<
  'engine-without-certificates' | 'certificates-of-socket' | 'engine-host-network'
> = {
  'engine-without-certificates': {
    en: (f) => ({
      why: `Whoever reaches ${f.value} without a certificate is root on its host.`,
      fix: 'Let the engine ask for client certificates and add "certificatesVariable", or use a unix:// socket.',
    }),
    ja: (f) => ({
      why: `証明書なしで ${f.value} に届く人は、そのホストの root になれます。`,
      fix: 'エンジンにクライアント証明書を要求させて certificatesVariable を書くか、unix:// のソケットを使ってください。',
    }),
  },
  'certificates-of-socket': {
    en: (f) => ({
      why: `A socket asks for no certificates, so ${f.value} would never be read.`,
      fix: 'Leave "certificatesVariable" out, or give a tcp:// endpoint.',
    }),
    ja: (f) => ({
      why: `ソケットでは証明書を使わないため、${f.value} は読まれません。`,
      fix: 'certificatesVariable を省くか、tcp:// のエンドポイントにしてください。',
    }),
  },
  'engine-host-network': {
    en: () => ({
      why: 'On the host’s own network a server reaches whatever listens on its loopback.',
      fix: 'Make a network with "docker network create" and name it here, or write none.',
    }),
    ja: () => ({
      why: 'ホストのネットワークでは、サーバーからホストのループバックにも届いてしまいます。',
      fix: 'docker network create でネットワークを作ってその名前を書くか、none にしてください。',
    }),
  },
};
