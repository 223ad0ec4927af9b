import {narrow} from '../zh/numerals.js'

/**
 * What a name is about, in one writing, so that a row and a sentence about the same thing give the same key.
 * Drops what does not change the meaning (全市, 的, 拥有, quotes, a word for the measure); keeps every word that could.
 */
export function conceptOf(name: string): string {
  let key = narrow(name)
    .replace(/[“”"'‘’《》\s]/gu, '')
    .replace(/[（(](?:户籍人口|常住人口|含[^）)]*|点|站点|累计)[)）]/gu, '')
    .replace(/^(?:[全本我](?:国|省|区|市|州|盟|县|旗|域)|累计|实现|基本|总体)+/u, '')
    .replace(/^[^，；、]{2,20}(?:机构|部门|单位|中心)(?=对)/u, '')
    .replace(/老年人口|老年人/gu, '老人')
    .replace(/农村牧区/gu, '农牧区')
    .replace(/旗区级/gu, '旗县级')
    .replace(/的|拥有|所占|应|平均每(?=[一十百千万])/gu, (word: string) =>
      word.startsWith('平均') ? '每' : ''
    )
    .replace(/名(?=老人|居民|城镇|常住|人口|儿童)/gu, '')
  key = key.replace(/(?:总体)?(?:数量|总数|总量|总额|床位总数)$/u, '').replace(/(?<=[^人])数$/u, '')
  return key.replace(/(?<!增长|增|下降|降低|贡献|利用|收益|负债)(?:占比|比例|比率|比重|能力|率)$/u, '#')
}

/** Does the name speak of growth? Growth and level of the same thing are two indicators. */
export function isGrowth(name: string): boolean {
  return /增长率|增速|增幅|增长$|年均增长|降幅|下降率/u.test(name)
}

/** Chinese characters of a key: how much it says. */
export function weightOf(key: string): number {
  return key.match(/\p{Script=Han}/gu)?.length ?? 0
}
