/** The families' names most people have in China. */
const families = new Set(
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許韩韓邓鄧' +
    '冯馮曹彭曾萧肖田董潘袁蔡蒋蔣余于杜叶葉程魏苏蘇吕呂丁沈任姚卢盧傅钟鍾姜崔谭譚廖范汪陆陸' +
    '金石戴贾賈韦韋夏邱方侯邹鄒熊孟秦白江阎閻薛尹段雷黎史龙龍陶贺賀顾顧毛郝龚龔邵万萬钱錢严嚴赖賴覃洪武莫孔汤湯',
)
/** Those that begin words, firms and places as well: 万达, 金地, 黄河. */
const wordsToo = new Set('黄黃周马馬林高唐许許田余于叶葉程任金石夏方白江史龙龍毛万萬钱錢严嚴洪武孔汤湯')

/** Whether a text looks like the name of one Chinese person. */
export function isChineseName(text: string): boolean {
  return /^\p{Script=Han}{2,3}$/u.test(text) && families.has([...text][0] ?? '')
}

/** Whether it can hardly be anything else. */
export function isSurelyChineseName(text: string): boolean {
  return isChineseName(text) && !wordsToo.has([...text][0] ?? '')
}

/** With which given names often end, and words hardly ever: not 州 of 苏州, 皮 of 陈皮, 国 of 韩国, 梅 of 杨梅. */
const givenEnds = new Set(
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚英华文斌波辉红玲燕萍鹏飞兰凤洁琴云玉晶欣悦颖慧婷雪倩佳琪瑶宇浩轩' +
    '博涵怡萱欢丹璐莉莹琳婧媛蕾峰亮凯健俊豪旭东珍梓偉麗強軍勇艷傑濤華輝紅瓊瑩',
)

/** Whether it is a name beside another one too, with nothing but a blank between. */
export function isPlainlyChineseName(text: string): boolean {
  return isSurelyChineseName(text) && givenEnds.has([...text].at(-1) ?? '')
}
