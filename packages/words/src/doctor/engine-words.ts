import type { WordsOfChecks } from './check-words.ts';

export const engineWords: WordsOfChecks<
  'container-engine' | 'container-image' | 'container-network' | 'clock-engine'
> = {
  'container-engine': {
    why: {
      en: 'Servers that are containers are started and taken back by it.',
      ja: 'コンテナのサーバーの起動と回収は、このエンジンが行います。',
    },
    outcomes: {
      good: { seen: { en: '{endpoint} answers ({version})', ja: '{endpoint} ({version})' } },
      unreachable: {
        seen: {
          en: '{endpoint} does not answer as an engine does: {detail}',
          ja: '{endpoint} がエンジンとして応答しません: {detail}',
        },
        fix: {
          en: 'Is the engine running, engine.endpoint right, and the way open? A socket has to be mounted where Sekisho is a container itself.',
          ja: 'エンジンの起動、engine.endpoint、経路を確かめてください。Sekisho をコンテナで動かす場合はソケットのマウントも必要です。',
        },
      },
      denied: {
        seen: {
          en: '{endpoint} refuses Sekisho: {detail}',
          ja: '{endpoint} に拒否されました: {detail}',
        },
        fix: {
          en: 'Let the user that runs Sekisho read and write the socket (its group), or look at the engine’s authorization plug-in.',
          ja: 'Sekisho を動かすユーザーにソケットの読み書きを許すか(グループ)、エンジンの認可プラグインを確かめてください。',
        },
      },
      'no-certificates': {
        seen: {
          en: 'no certificates for {endpoint}: {detail}',
          ja: '{endpoint} 用の証明書がありません: {detail}',
        },
        fix: {
          en: 'Set the variable that engine.certificatesVariable names to the folder of ca.pem, cert.pem and key.pem, and let Sekisho read them.',
          ja: 'engine.certificatesVariable の環境変数に ca.pem・cert.pem・key.pem のフォルダーを設定し、読めるようにしてください。',
        },
      },
    },
  },
  'container-image': {
    why: {
      en: 'Sekisho pulls nothing: what the engine has not is not started.',
      ja: 'Sekisho はイメージを取得しません。エンジンにないものは起動できません。',
    },
    outcomes: {
      good: { seen: { en: 'has {image}', ja: '{image} があります' } },
      missing: {
        seen: { en: 'has no {image}', ja: '{image} がありません' },
        fix: {
          en: 'Pull it on the engine’s host, or correct opsServer.image of the environment.',
          ja: 'エンジンのホストで取得するか、環境の opsServer.image を直してください。',
        },
      },
      refused: {
        seen: { en: '{image} cannot be lent: {detail}', ja: '{image} は貸し出せません: {detail}' },
        fix: {
          en: 'Build it as docs/docker.md says, or name another in opsServer.image.',
          ja: 'docs/docker.md のとおりに作り直すか、opsServer.image で別のイメージを指定してください。',
        },
      },
    },
  },
  'container-network': {
    why: {
      en: 'It decides what servers reach; without it none is started.',
      ja: 'サーバーから届く範囲を決めます。なければ起動できません。',
    },
    outcomes: {
      good: { seen: { en: 'has the network {network}', ja: 'ネットワーク {network} があります' } },
      missing: {
        seen: { en: 'has no network {network}', ja: 'ネットワーク {network} がありません' },
        fix: {
          en: 'Make it: docker network create {network} on the engine’s host, or correct engine.network.',
          ja: 'エンジンのホストで docker network create {network} を実行するか、engine.network を直してください。',
        },
      },
    },
  },
  'clock-engine': {
    why: {
      en: 'A container ends itself by its host’s clock: one that is behind lets it live past its hard maximum.',
      ja: 'コンテナはホストの時計で自ら終了します。遅れていると上限時刻を過ぎても動き続けます。',
    },
    outcomes: {
      good: {
        seen: {
          en: 'the engine’s host is {seconds} s ahead, within {bound} s',
          ja: 'エンジンのホストの時計のずれは {seconds} 秒です(許容 {bound} 秒)',
        },
      },
      off: {
        seen: {
          en: 'the engine’s host is {seconds} s ahead of the database, more than {bound} s',
          ja: 'エンジンのホストの時計がデータベースより {seconds} 秒進んでいます(許容 {bound} 秒)',
        },
        fix: {
          en: 'Let the engine’s host and the database’s follow NTP.',
          ja: 'エンジンとデータベースのホストを NTP に合わせてください。',
        },
      },
      far: {
        seen: {
          en: 'the engine’s host is {seconds} s ahead of the database, far more than {bound} s',
          ja: 'エンジンのホストの時計がデータベースより {seconds} 秒進んでいます(許容 {bound} 秒を大きく超過)',
        },
        fix: {
          en: 'Set the host’s clock now: servers end by it, late or early. Let both follow NTP.',
          ja: 'ホストの時計をすぐに合わせてください。サーバーの終了がずれます。NTP の利用もお勧めします。',
        },
      },
    },
  },
};
