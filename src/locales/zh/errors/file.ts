import { quoted } from '../../asked.ts'
import type { fileErrors as english } from '../../en/errors/file.ts'

/** 账本或它的副本打不开、读不了、写不进。 */
export const fileErrors: typeof english = {
  'backup.encrypted': ({ path }) => ({
    message: `${path} 是加密的。`,
    hint: '用 --password-file 写上放密码的文件。例子：regulars help restore',
  }),
  'backup.wrong-password': ({ path }) => ({
    message: `这个密码打不开 ${path}，什么也没有动。`,
    hint: '密码就是文件的第一行，空格也算。说明：regulars help restore',
  }),
  'backup.unlike': ({ path }) => ({
    message: `${path} 的备份读回来对不上，没有留下。`,
    hint: '换一个盘：regulars help backup   检查账本：regulars doctor',
  }),
  'backup.taken': ({ path }) => ({
    message: `${path} 是别的文件，不是备份，没有动它。`,
    hint: '请写文件夹或新文件。例子：regulars help backup',
  }),
  'backup.other': ({ path, why }) => ({
    message: {
      other: `${path} 是另一本账，不是这本的备份，没有动它。`,
      'in-use': `${path} 正在用：旁边有日志，或有人打开着，没有动它。`,
      damaged: `${path} 是一份坏了的备份，没有动它；账本本身不受影响。`,
      ahead: `${path} 里有这本账没有的内容（备份之后又记过），没有动它。`,
    }[why],
    hint: '请写文件夹或新文件。例子：regulars help backup',
  }),
  'engine.bad-address': ({ asked }) => ({
    message: `这不是账本的地址：${quoted(asked)}。`,
    hint: 'postgres://用户@主机/数据库?ledger=账本名',
  }),
  'engine.password': () => ({
    message: '地址里不能写密码：地址会被显示、被保存。',
    hint: '密码写进 ~/.pgpass 或环境变量 PGPASSWORD，地址里去掉。',
  }),
  'engine.unreachable': ({ host }) => ({ message: `连不上服务器 ${host}。`, hint: '服务器开着吗？这台电脑联网了吗？' }),
  'engine.refused': ({ host }) => ({
    message: `服务器 ${host} 不让这个用户进去。`,
    hint: '用户名写在地址里，密码写在 ~/.pgpass 或 PGPASSWORD。',
  }),
  'engine.untrusted': ({ host }) => ({
    message: `服务器 ${host} 拿不出这台电脑信得过的证书，不能确定是不是它。`,
    hint: '签发者的证书：NODE_EXTRA_CA_CERTS=文件 regulars …',
  }),
  'engine.no-database': ({ database }) => ({
    message: `服务器上没有数据库 ${quoted(database)}。`,
    hint: `建一次就行：createdb ${database}`,
  }),
  'engine.too-old': ({ found, needed }) => ({
    message: `服务器是 PostgreSQL ${found}，账本要 ${needed} 或更新的版本。`,
    hint: '请升级服务器，或把账本放在文件里：regulars help config',
  }),
  'engine.encoding': ({ found, database }) => ({
    message: `数据库 ${quoted(database)} 的文字编码是 ${found}，不是 UTF-8：有的名字会存不下。`,
    hint: `另建一个：createdb -T template0 -E UTF8 名字`,
  }),
  'engine.no-zero': () => ({
    message: '文字里有 U+0000 这个字符，服务器存不了；什么也没改。',
    hint: "请先去掉。文件可以这样：tr -d '\\000' < 文件 > 新文件",
  }),
  'engine.not-allowed': () => ({
    message: '服务器不许这个用户这样做。',
    hint: '管账的人可以：请他来做，或在地址里用他的名字。',
  }),
  'engine.lost': ({ host }) => ({
    message: `和服务器 ${host} 的连接断了；没有回话确认的都没记上。`,
    hint: '再记之前先看一眼：regulars log',
  }),
  'engine.file-only': () => ({
    message: '这个命令只能用在账本文件上，服务器上的账本不行。',
    hint: '先备份成文件：regulars backup',
  }),
  'engine.server-only': () => ({
    message: '这个命令看的是服务器上的数据库。',
    hint: 'regulars ledgers --db postgres://用户@主机/数据库   按店名：regulars config',
  }),
  'file.address': ({ text }) => ({
    message: `${text} 是网址，不是文件，什么也没做。`,
    hint: '请换成文件名，比如 ./shop.db。',
  }),
  'file.not-regular': ({ path }) => ({
    message: `${path} 是设备或管道，不是文件，没有动它。`,
    hint: '请换成文件名，比如 ./shop.db。',
  }),
  'file.foreign': ({ path, beside }) => ({
    message: `${beside} 和 ${path} 不是同一个用户的，里面的话不能信。`,
    hint: `确定没人开着账本，再把它移开：mv ${quoted(beside)} /tmp/   检查账本：regulars doctor`,
  }),
  'file.beside': ({ path, beside }) => ({
    message: `${beside} 不是普通文件，不会是 ${path} 的日志，什么也没改。`,
    hint: `请把它移开：mv ${quoted(beside)} /tmp/`,
  }),
  'file.missing': ({ path }) => ({
    message: `没有账本：${path}。`,
    hint: '新建：regulars init   有备份：regulars help restore   先看看样子：regulars demo',
  }),
  'file.exists': ({ path }) => ({
    message: `已经有账本了：${path}。`,
    hint: '店名、货币、时区等可以改：regulars policy show shop',
  }),
  'file.not-a-ledger': ({ path }) => ({
    message: `${path} 不是 regulars 的账本，没有动它。`,
    hint: '请换成账本文件。现在看的是哪本：regulars config list',
  }),
  'file.newer': ({ path, found, known }) => ({
    message: `${path} 是更新版的 regulars 写的（文件版本 ${found}，本程序到 ${known}）。`,
    hint: '下一步：npm install -g regulars   别的账本用 --db 指明。',
  }),
  'file.older': ({ path, found, known }) => ({
    message: `${path} 是旧版账本（文件版本 ${found}，本程序写 ${known}）。`,
    hint: '升级（会先留一份）：regulars doctor --migrate',
  }),
  'file.busy': ({ path }) => ({ message: `${path} 正被另一个 regulars 使用，已等 30 秒。`, hint: '等它做完再试。' }),
  'file.damaged': ({ path }) => ({
    message: `${path} 坏了。`,
    hint: `查看问题：regulars doctor --db ${quoted(path)}   回到上次备份：regulars help restore`,
  }),
  'file.unwritable': ({ path }) => ({
    message: `${path} 写不进去。`,
    hint: '请检查文件和文件夹归谁，或换一个（账本用 --db）。',
  }),
  'file.unreadable': ({ path }) => ({
    message: `${path} 读不了。`,
    hint: '请检查文件和文件夹归谁，或换一个（账本用 --db）。',
  }),
  'file.is-folder': ({ path }) => ({ message: `${path} 是文件夹，不是账本。`, hint: '请用 --db 写到里面的文件。' }),
  'file.full': ({ path }) => ({ message: `${path} 所在的磁盘满了，账本没有变。`, hint: '腾出空间后再做一遍。' }),
  'file.disk': ({ said }) => ({
    message: `硬盘、U 盘或网络盘读不出来（${said}）。`,
    hint: '能读了以后：regulars doctor　没说记好的，都没有记进账本。',
  }),
  'file.output': {
    full: '要打印到的地方满了，没有打印全。',
    broken: '打印不出去，没有打印全。',
    hint: '这个命令记进账本的还在：regulars log',
  },
  'config.foreign': ({ path }) => ({
    message: `${path} 是别的用户的，或者谁都能改：里面的设置不算数。`,
    hint: `如果是你的：sudo chown $(id -un) ${quoted(path)} && chmod go-w ${quoted(path)}`,
  }),
  'file.not-counted': {
    foreign: (path) => ({
      message: `${path} 是别的用户的，或者谁都能改：不算数。`,
      hint: `如果是你的：sudo chown $(id -un) ${quoted(path)} && chmod go-w ${quoted(path)}`,
    }),
    unreadable: (path) => ({
      message: `${path} 读不了（要是不超过 1 MB 的文本）：不算数。`,
      hint: '改好它，或删掉它。',
    }),
  },
  'config.damaged': ({ path }) => ({
    message: `${path} 读不懂，里面的设定不算数。`,
    hint: '改好或删掉这个文件，再看：regulars config list',
  }),
}
