import type { ManWords } from '../man-words.ts'

export const man: ManWords = {
  title: 'regulars-zh',
  name: '名称',
  inShort: '小店的客户账本：谁是老客人，今天早上该联系谁',
  synopsis: '用法',
  command: '命令',
  words: '[词 ...] [选项 ...]',
  description: '说明',
  about:
    '一个命令，一个本机文件。客户用姓名、拼音、首字母、电话尾号、编号（12、id:12）或会员号（@007）都认得。' +
    '日子和金额照平常说的写；每一步都能用 regulars undo 撤销。regulars help 命令 说的和这一页一样，只说一个命令。',
  commands: '命令',
  topic: '关于',
  tables: [
    [
      '退出码',
      [
        ['0', '办好了；也包括：没有要联系的，没有找到'],
        ['1', '账本不答应：没有这位客户、有好几位、已经作废、数据太少'],
        ['2', '词、选项或值看不懂'],
        ['3', '导入完了，有几行退回'],
        ['4', '账本用不了：没有、锁着、损坏、版本更新'],
        ['70', '程序自己的错'],
        ['130', '中途停下'],
      ],
    ],
    [
      '环境变量',
      [
        ['REGULARS_DB', '账本文件，同 --db'],
        ['REGULARS_LANG', 'en 或 zh，同 --lang'],
        ['REGULARS_USER', '谁记的，同 --as'],
        ['REGULARS_TODAY', '今天是哪天，同 --today'],
        ['REGULARS_CODE_CACHE', '0：编译好的不留到下次'],
        ['REGULARS_DEBUG', '1：程序出错时说在哪里'],
        ['NO_COLOR', '有值就不用颜色'],
        ['PAGER', '长列表在终端里用什么翻页（less -FRX）'],
      ],
    ],
    [
      '文件',
      [
        ['~/.local/share/regulars/shop.db', '账本（XDG_DATA_HOME）；旁边放自己的 formats 和 messages'],
        ['~/.config/regulars/config.json', '这台电脑的设置（XDG_CONFIG_HOME）'],
        ['~/.cache/regulars/', '编译好的（XDG_CACHE_HOME），可以删'],
      ],
    ],
  ],
}
