import { compare } from '../../../domain/amount.js';
import { halfWidth } from '../../../domain/text.js';
import {
  type IndicatorLine,
  isBenefit,
  isCost,
  isKind,
  isOutput,
  isSatisfaction,
  type LineBreach,
  type LineRule,
  moneyOf,
  percentOf,
} from './indicator-line.js';

/** Rules I01–I11, I13 and I15–I20: whether one indicator can be assessed, and stands where it belongs. */
export const INDICATOR_LINE_RULES: readonly LineRule[] = [
  { id: 'I01', severity: 'warning', source: '规章“分级分档”〔读〕', breach: unassessable },
  { id: 'I02', severity: 'warning', source: '系统计量单位必填〔读〕', breach: withoutUnit },
  { id: 'I03', severity: 'hint', source: '系统“计算符号”列〔读〕', breach: withoutSign },
  { id: 'I04', severity: 'warning', source: '上海、样表〔读〕', breach: withoutTime },
  { id: 'I05', severity: 'warning', source: '七类之七〔读〕', breach: withoutCost },
  { id: 'I06', severity: 'warning', source: '真表≥85~98%〔读〕', breach: oddSatisfaction },
  {
    id: 'I07',
    severity: 'hint',
    source: '〔推〕',
    breach: (line) =>
      isSatisfaction(line) && SUPERIORS.test(line.name) ? { column: 'name' } : undefined,
  },
  {
    id: 'I08',
    severity: 'warning',
    source: '七类之五〔读〕',
    breach: (line) =>
      isKind(line, 'quantity') && percentOf(line) && !COUNTED.test(line.name) ? {} : undefined,
  },
  { id: 'I09', severity: 'warning', source: '样表〔读〕', breach: notEcological },
  {
    id: 'I10',
    severity: 'warning',
    source: '期刊文章、真实公开表〔读〕',
    breach: (line) =>
      isBenefit(line) && /满意/.test(line.name + line.value) ? { column: 'name' } : undefined,
  },
  { id: 'I11', severity: 'hint', source: '样表〔读〕', breach: nameSaysResult },
  { id: 'I13', severity: 'warning', source: '〔推〕', breach: vagueName },
  { id: 'I15', severity: 'hint', source: '系统校验〔读〕', breach: refusedCharacters },
  { id: 'I16', severity: 'warning', source: '系统“指标方向”〔读〕', breach: wrongDirection },
  { id: 'I17', severity: 'error', source: '真实公开表〔读〕', breach: aboveWhole },
  {
    id: 'I18',
    severity: 'warning',
    source: '样表〔读〕',
    breach: (line) => (percentOf(line) && COUNTED.test(line.name) ? {} : undefined),
  },
  {
    id: 'I19',
    severity: 'hint',
    source: '样表；广西表限150字〔读〕',
    breach: ({ value }) =>
      value.length > LONGEST_VALUE ? { params: { n: String(value.length) } } : undefined,
  },
  { id: 'I20', severity: 'warning', source: '七类之二〔读〕', breach: emptyTalk },
];

/** Source: I19. */
const LONGEST_VALUE = 60;

/** The names of things that are counted, not measured as a share. */
const COUNTED = /(?:人数|件数|次数|人次|场次|户数|数量|个数|社会公众)$/;

/** What a value must have to be assessed; times and costs have rules of their own. */
function unassessable(line: IndicatorLine): LineBreach | undefined {
  const { reading } = line;
  if (!isOutput(line) || isKind(line, 'timeliness') || isCost(line) || emptyTalk(line)) {
    return undefined;
  }
  return reading.kind === 'text' || reading.kind === 'budget-bound' ? {} : undefined;
}

/** The unit that goes with what a name counts. Order matters: the longer words first. */
const UNITS: readonly (readonly [RegExp, string])[] = [
  [/率$|比例$|占比$|程度$|覆盖面$/, '%'],
  [/人次/, '人次'],
  [/人数|人员|学员|群众|志愿者/, '人'],
  [/户数|农户|贫困户/, '户'],
  [/案件|件数|信访|提案/, '件'],
  [/培训班|班次/, '期'],
  [/次数|会议|活动|检查|演练/, '次'],
  [/场次|演出|讲座/, '场'],
  [/页数/, '页'],
  [/里程|长度/, '公里'],
  [/面积/, '平方米'],
];

function withoutUnit(line: IndicatorLine): LineBreach | undefined {
  const { reading, name, value } = line;
  if (reading.kind !== 'quantity' || reading.missingUnit !== true) return undefined;
  const isMoney = isCost(line) && /[万亿]$/.test(value);
  const unit = isMoney ? '元' : UNITS.find(([pattern]) => pattern.test(name))?.[1];
  return unit === undefined ? {} : { better: `${value}${unit}` };
}

/** What is better the less of it there is. Source: I16; the words are 〔推〕. */
const UNWANTED =
  /(?:投诉|差错|错误|事故|逾期|超时|退回|返工|流失|违规|违法|违纪|故障|失误|死亡|伤亡|发案|发病|缺陷|空置|闲置|污染|排放|能耗|不合格|不良|上访|积压|拥堵|失业|辍学)(?:[^\d]{0,4})(?:率|数|次数|量|件数|起数|人数|时间|强度)$/;
/** Names in which a bad thing is dealt with: the more the better. */
const DEALT_WITH =
  /处理|办结|处置|达标|减少|下降|降低|整改|回复|化解|办理|及时|解决|破案|查处|监测|覆盖|控制|治理|预防|防范|削减|调解|响应|修复|排查|消除/;

function isUnwanted(name: string): boolean {
  return UNWANTED.test(name) && !DEALT_WITH.test(name);
}

function withoutSign(line: IndicatorLine): LineBreach | undefined {
  const { reading, value, name } = line;
  const percent = percentOf(line);
  if (reading.kind !== 'quantity' || reading.stated || !percent) return undefined;
  if (compare(percent, '100') >= 0 || reading.subject !== undefined) {
    return compare(percent, '100') >= 0 ? undefined : { better: `≥${percent}%` };
  }
  return { better: `${isUnwanted(name) ? '≤' : '≥'}${value}` };
}

const DURATION = /^(?:个?工作日|天|日|小时|分钟|个?月|年|周|个?季度)$/;
const TIME =
  /\d+\s*(?:年|月|日|号|天|小时|季度|个?工作日)|[年月季]度?[底末初]|全年|当年|每[年月周季]/;
const PUNCTUAL = /及时|按期|按时|准时|时限|期限|限时/;

function withoutTime(line: IndicatorLine): LineBreach | undefined {
  const { reading, name, value } = line;
  if (!isKind(line, 'timeliness')) return undefined;
  const isTimed =
    reading.kind === 'deadline' ||
    reading.kind === 'period' ||
    (reading.kind === 'quantity' && DURATION.test(reading.unit)) ||
    TIME.test(halfWidth(value));
  if (isTimed) return undefined;
  return PUNCTUAL.test(name + value) ? { severity: 'hint' } : {};
}

const BOUND = /不超|不突破|控制在|预算(?:成本)?内|定额内|标准内|限额内|预算范围内/;

function withoutCost(line: IndicatorLine): LineBreach | undefined {
  const { reading, name, value, totalFunds } = line;
  if (!isCost(line)) return undefined;
  const params = { ...(totalFunds && { T: totalFunds }) };
  if (reading.kind === 'quantity') {
    const money = moneyOf(line);
    // A sum without ≤ says what is spent, not what must not be exceeded. Unit prices (800元/件) are standards.
    if (!money || reading.stated) return undefined;
    const unit = reading.missingUnit === true && /[万亿]$/.test(value) ? '元' : '';
    return { severity: 'hint', params, better: `≤${value}${unit}` };
  }
  return BOUND.test(name + value) ? { severity: 'hint', params } : { params };
}

function oddSatisfaction(line: IndicatorLine): LineBreach | undefined {
  if (!isSatisfaction(line)) return undefined;
  const percent = percentOf(line);
  if (!percent) return { params: { whole: 'no' } };
  return compare(percent, '100') === 0 ? { severity: 'hint', params: { whole: 'yes' } } : undefined;
}

const SUPERIORS =
  /上级|主管部门|领导|[省市区县乡镇]委(?!员)|党委|本单位|本部门|本[局馆院所]|各机关|自评/;

const FIGURATIVE =
  /(?:政治|营商|法治|社会|文化|行业|市场|金融|舆论|发展|投资|治安|育人|校园|学术|网络|教育|创新|创业|产业|用人|司法|执法|政务|消费|人居和?谐?)(?:生态|环境)/g;
const NATURAL =
  /生态|环境|污染|绿|节能|减排|碳|水质|水源|空气|大气|垃圾|排放|能耗|土壤|植被|森林|林木|湿地|噪[声音]|[粉扬降抑]尘|水土|节水|节电|节约|用电|用水|耗电|耗水|秸秆|河道|生物|物种|草原|荒漠|防沙|无纸化|用纸|资源/;

function notEcological(line: IndicatorLine): LineBreach | undefined {
  if (!isKind(line, 'ecological')) return undefined;
  const words = `${line.name}，${line.value}`.replace(FIGURATIVE, '');
  return NATURAL.test(words) ? undefined : {};
}

const RESULT_BEHIND = /(?:达到了?|达|完成|实现)$/;
const RESULT_BEFORE =
  /^(?:确保|保证|力争|实现|达到|完成(?!率|时间|情况|程度|度|时限|及时|质量|进度))/;

function nameSaysResult({ name }: IndicatorLine): LineBreach | undefined {
  if (RESULT_BEHIND.test(name)) {
    const better = name.replace(RESULT_BEHIND, '');
    return { column: 'name', ...(better.length > 1 && { better }) };
  }
  return RESULT_BEFORE.test(name) || /[，,。；;]/.test(name) ? { column: 'name' } : undefined;
}

const VAGUE =
  /^(?:各项|本单位|全部|年度|重点)*(?:工作|任务|项目|指标|目标)?(?:任务)?完成(?:情况|率|程度|度)?$/;

function vagueName({ name, value, indicator: { kind } }: IndicatorLine): LineBreach | undefined {
  const isVague =
    name === value || name === kind.level2 || `${name}指标` === kind.level2 || VAGUE.test(name);
  return isVague ? { column: 'name' } : undefined;
}

function refusedCharacters({ value }: IndicatorLine): LineBreach | undefined {
  const text = halfWidth(value);
  const found = /[-*_]/.exec(text)?.[0];
  if (found === undefined) return undefined;
  const better = text.replace(/(?<=[\d年月日])\s*-+\s*(?=\d)/g, '至');
  return { params: { character: found }, ...(!/[-*_]/.test(better) && { better }) };
}

function wrongDirection({ name, value, reading }: IndicatorLine): LineBreach | undefined {
  if (reading.kind !== 'quantity' || !isUnwanted(name)) return undefined;
  if (!reading.stated || (reading.comparison !== '≥' && reading.comparison !== '>')) {
    return undefined;
  }
  const figure = /\d.*$/.exec(halfWidth(value))?.[0].replace(/(?:及|或)?以上$/, '');
  return figure === undefined ? {} : { better: `≤${figure}` };
}

const SHARE = /率|度|比例|占比|覆盖/;
const MAY_EXCEED = /增|超|提升|提高|翻|倍|完成率|达成率|回报|产出|保值|周转/;

function aboveWhole(line: IndicatorLine): LineBreach | undefined {
  const percent = percentOf(line);
  if (!percent || compare(percent, '100') <= 0) return undefined;
  if (!SHARE.test(line.name) || MAY_EXCEED.test(line.name + line.value)) return undefined;
  // A scan reads ≥98% as 298%.
  const scanned = /^2(\d.*)$/.exec(percent)?.[1];
  return scanned && compare(scanned, '100') <= 0 ? { better: `≥${scanned}%` } : {};
}

const EMPTY = /显著|进一步|较好|若干|合理|可控|提高|增强|提升|明显|有效/;
const MEASURED = /\d|[一二三四五六七八九十]成|百分之|[较比](?:上|去|前)[一]?年|同比|环比|高于|优于/;

function emptyTalk(line: IndicatorLine): LineBreach | undefined {
  const { reading, value } = line;
  if (reading.kind !== 'text' || MEASURED.test(halfWidth(value))) return undefined;
  if (!EMPTY.test(value) || isSatisfaction(line)) return undefined;
  return isBenefit(line) ? { severity: 'hint' } : {};
}
