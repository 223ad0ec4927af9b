import type {Rule, Threshold} from '../core/rule.js'

/** What sort of quantity a unit measures. `growth` is never a unit's own: the name or the column says so. */
export const kinds = [
  'ratio',
  'points',
  'growth',
  'count',
  'rate',
  'money',
  'area',
  'length',
  'volume',
  'mass',
  'energy',
  'power',
  'time',
  'concentration',
  'other'
] as const
export type Kind = (typeof kinds)[number]

/** A simple unit: how it is written, its UCUM code (annotations in braces), its QUDT name where there is one. */
export interface UnitRule extends Rule {
  readonly written: readonly string[]
  readonly ucum: string
  readonly qudt: string | null
  readonly kind: Kind
  /** What one of it is worth in its code: 亩 is 666.67 m2. */
  readonly factor: number
}

function unit(
  name: string,
  written: string,
  kind: Kind,
  ucum: string,
  qudt: string | null,
  means: string,
  factor = 1
): UnitRule {
  const forms = written.split(' ')
  return {
    id: `unit/${name}`,
    means,
    because: `${forms[0]} is written so in the unit column, in the name's parentheses or behind the number`,
    hits: forms,
    misses: [],
    written: forms,
    kind,
    ucum,
    qudt,
    factor
  }
}

/** Units of ratios. A per cent and a percentage point are different things. */
const ratios = [
  unit('percent', '% 百分比 百分数', 'ratio', '%', 'PERCENT', 'Hundredths of a whole'),
  unit('permille', '‰ 千分比', 'ratio', '[ppth]', 'PERMILLE', 'Thousandths of a whole'),
  unit('per-myriad', '‱ 万分比', 'ratio', '10*-4', null, 'Ten-thousandths of a whole'),
  unit(
    'per-hundred-thousand',
    '1/10万 /10万 十万分之一 1/十万',
    'ratio',
    '10*-5',
    null,
    'Hundred-thousandths of a whole: deaths in births'
  ),
  unit('percentage-point', '百分点 个百分点 pct', 'points', '%{point}', null, 'Difference of two per cents'),
  unit(
    'per-myriad-point',
    '万分点 个万分点',
    'points',
    '10*-4{point}',
    null,
    'Difference of two ten-thousandths'
  ),
  unit('times', '倍', 'ratio', '1', 'UNITLESS', 'How often the other goes into the one'),
  unit('tenths', '成', 'ratio', '10*-1', null, 'Tenths of a whole')
]

/** Counted things. UCUM counts with a bare annotation; one is one. */
const counts = [
  unit('person', '人 名 位 口', 'count', '{person}', null, 'People'),
  unit('person-time', '人次 人(次) 人（次）', 'count', '{person_occurrence}', null, 'People, each time anew'),
  unit('household', '户', 'count', '{household}', null, 'Households'),
  unit('household-time', '户次', 'count', '{household_occurrence}', null, 'Households, each time anew'),
  unit('couple', '对', 'count', '{pair}', null, 'Pairs'),
  unit('bed', '张 床 张床位', 'count', '{bed}', null, 'Beds; other flat things are rare in plans'),
  unit(
    'item',
    '个 项 件 宗 种 类 部 本 册 篇 批 只 枚 块 片 根 粒 顶 把',
    'count',
    '{item}',
    'NUM',
    'Things'
  ),
  unit(
    'place',
    '处 所 家 座 栋 幢 间 站 点 院 馆 厅 店',
    'count',
    '{site}',
    null,
    'Places, institutions, buildings'
  ),
  unit(
    'machine',
    '台 套 辆 艘 架 台套 台（套） 台(套) 标台 部（套）',
    'count',
    '{device}',
    null,
    'Machines and vehicles'
  ),
  unit('occasion', '次 起 例 场 场次 期 届 轮 班次 趟', 'count', '{occurrence}', null, 'Occurrences'),
  unit('line', '条 支 股', 'count', '{line}', null, 'Lines, routes, teams'),
  unit('livestock', '头 匹 羽 头只 头（只） 头(只)', 'count', '{head}', null, 'Animals'),
  unit('plant', '株 棵', 'count', '{plant}', null, 'Plants'),
  unit('ticket', '份 封 票', 'count', '{copy}', null, 'Copies'),
  unit('group', '组 队 团 班 户社', 'count', '{group}', null, 'Groups'),
  unit('grade', '级 星', 'count', '{grade}', null, 'Grades')
]

/** UCUM has no currencies; an annotated one is the closest it offers, QUDT names them. */
const money = [
  unit('yuan', '元 元人民币 人民币元', 'money', '{CNY}', 'CCY_CNY', 'Chinese yuan'),
  unit('us-dollar', '美元 USD', 'money', '{USD}', 'CCY_USD', 'United States dollars')
]

const measures = [
  unit('square-metre', '平方米 ㎡ m² m2 平米 平方', 'area', 'm2', 'M2', 'Square metres'),
  unit('square-kilometre', '平方公里 平方千米 km² km2', 'area', 'km2', 'KiloM2', 'Square kilometres'),
  unit('hectare', '公顷 hm² hm2', 'area', 'har', 'HA', 'Hectares'),
  unit('mu', '亩', 'area', 'm2', 'M2', 'Mu, a fifteenth of a hectare', 10_000 / 15),
  unit('metre', '米 m', 'length', 'm', 'M', 'Metres'),
  unit('kilometre', '公里 千米 km', 'length', 'km', 'KiloM', 'Kilometres'),
  unit('li', '里', 'length', 'm', 'M', 'Li, half a kilometre', 500),
  unit('cubic-metre', '立方米 m³ m3 方 立方', 'volume', 'm3', 'M3', 'Cubic metres'),
  unit('litre', '升 L', 'volume', 'L', 'L', 'Litres'),
  unit('tonne', '吨 t', 'mass', 't', 'TON_Metric', 'Tonnes'),
  unit('kilogram', '千克 公斤 kg', 'mass', 'kg', 'KiloGM', 'Kilograms'),
  unit('jin', '斤', 'mass', 'kg', 'KiloGM', 'Jin, half a kilogram', 0.5),
  unit('gram', '克 g', 'mass', 'g', 'GM', 'Grams'),
  unit('milligram', '毫克 mg', 'mass', 'mg', 'MilliGM', 'Milligrams'),
  unit('microgram', '微克 μg ug', 'mass', 'ug', 'MicroGM', 'Micrograms'),
  unit(
    'coal-equivalent',
    '吨标准煤 吨标煤 tce',
    'energy',
    't{coal_equivalent}',
    null,
    'Tonnes of coal equivalent'
  ),
  unit('carbon-dioxide', '吨二氧化碳 吨CO2', 'mass', 't{CO2}', null, 'Tonnes of carbon dioxide'),
  unit('kilowatt-hour', '千瓦时 千瓦小时 度 kWh', 'energy', 'kW.h', 'KiloW-HR', 'Kilowatt hours'),
  unit('kilowatt', '千瓦 kW', 'power', 'kW', 'KiloW', 'Kilowatts'),
  unit('megawatt', '兆瓦 MW', 'power', 'MW', 'MegaW', 'Megawatts'),
  unit('year', '年 岁 周岁', 'time', 'a', 'YR', 'Years'),
  unit('month', '月 个月', 'time', 'mo', 'MO', 'Months'),
  unit('day', '天 日', 'time', 'd', 'DAY', 'Days'),
  unit('hour', '小时 时 h', 'time', 'h', 'HR', 'Hours'),
  unit('second', '秒', 'time', 's', 'SEC', 'Seconds'),
  unit('minute', '分钟', 'time', 'min', 'MIN', 'Minutes'),
  unit('bit-rate', 'Mbps 兆比特/秒 兆', 'other', 'Mbit/s', 'MegaBIT-PER-SEC', 'Million bits a second'),
  unit('score', '分 分值', 'other', '{score}', null, 'Points of a score'),
  unit('place-in-order', '位次 名次', 'other', '{rank}', null, 'Place in an order')
]

/** Every simple unit. Scale words (万, 亿, 百万) before one and 每 or / between two are grammar and stand in `units.ts`. */
export const units: readonly UnitRule[] = [...ratios, ...counts, ...money, ...measures]

/** More than there can be: a count above it has a wrong unit. */
export const ceilings: readonly Threshold[] = [
  {
    id: 'check/households-of-the-country',
    means:
      'Households, even counted each time anew, of one place in one period stay below the households of the country',
    because:
      'the census of 2020 counted 494 million households, so 万 was written beside a number already in full',
    value: 494_000_000
  },
  {
    id: 'check/people-of-the-country',
    means: 'People of one place stay below the people of the country',
    because: 'the census of 2020 counted 1.41 thousand million people',
    value: 1_412_000_000
  }
]

export const rules: readonly Rule[] = [...units, ...ceilings]
