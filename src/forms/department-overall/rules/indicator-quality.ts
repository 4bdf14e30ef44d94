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
      isKind(line, 'quantity') && percentOf(line) && !COUNTED.test(line.bareName) ? {} : undefined,
  },
  { id: 'I09', severity: 'warning', source: '样表〔读〕', breach: notEcological },
  {
    id: 'I10',
    severity: 'warning',
    source: '期刊文章、真实公开表〔读〕',
    breach: (line) => (isBenefit(line) && saysSatisfied(line) ? { column: 'name' } : undefined),
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
    breach: (line) => (percentOf(line) && COUNTED.test(line.bareName) ? {} : undefined),
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
/** A value up to this many characters says one thing. 〔推〕 */
const SHORT_VALUE = 12;

/** The names of things that are counted, not measured as a share. */
const COUNTED = /(?:[人场批班户车件]次|(?<![指系参基分倍])数量?)$/;

/** Results that are met or not met: 全覆盖, 无, 验收合格, 达到国家饮用水标准, Ⅲ类. The words are 〔推〕. */
const ASSESSABLE =
  /全覆盖|^全部$|^[无零]|[不未]发生|(?:合格|达标|通过)$|^(?:符合|达到|满足|优于).{1,20}(?:标准|规范|要求)$|[一二三四五ⅠⅡⅢⅣⅤIV甲乙丙A-C]+[类级等]$/;

/** What a value must have to be assessed; times and costs have rules of their own. */
function unassessable(line: IndicatorLine): LineBreach | undefined {
  const { reading, value } = line;
  if (!isOutput(line) || isKind(line, 'timeliness') || isCost(line) || emptyTalk(line)) {
    return undefined;
  }
  if (ASSESSABLE.test(value) || FIGURE.test(halfWidth(value))) return undefined;
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
  [/得分|评分|分数/, '分'],
  [/里程|长度/, '公里'],
  [/面积/, '平方米'],
];

/** What is measured without a unit. 〔推〕 */
const UNITLESS = /指数|系数|比值|[Pp][Hh]/;
/** 1200以上: the unit goes before it. */
const BOUND_BEHIND = /((?:及|或)?(?:以[上内下]|之内|左右))?$/;

function withoutUnit(line: IndicatorLine): LineBreach | undefined {
  const { reading, bareName, value } = line;
  if (reading.kind !== 'quantity' || reading.missingUnit !== true) return undefined;
  if (reading.number === '0' || UNITLESS.test(bareName)) return undefined;
  const isMoney = isCost(line) && /[万亿]$/.test(value);
  const unit = isMoney ? '元' : UNITS.find(([pattern]) => pattern.test(bareName))?.[1];
  const better = value.replace(BOUND_BEHIND, `${unit}$1`);
  return unit === undefined ? {} : { better };
}

/** What is better the less of it there is. Source: I16; the words are 〔推〕. */
const UNWANTED =
  /(?:投诉|差错|错误|事故|逾期|超时|退回|返工|流失|违规|违法|违纪|故障|失误|死亡|伤亡|发案|发病|缺陷|空置|闲置|污染|排放|能耗|不合格|不良|上访|积压|拥堵|失业|辍学)(?:[^\d]{0,4})(?:率|数|次数|量|件数|起数|人数|时间|强度)$/;
/** Names in which a bad thing is dealt with: the more the better. */
const DEALT_WITH =
  /处理|办结|处置|达标|合格|成功|减少|下降|降低|整改|回复|化解|办理|及时|解决|破案|查处|监测|覆盖|控制|治理|预防|防范|削减|调解|响应|修复|排查|消除|防治|利用|使用|盘活|清收|就业|劝返|救援|救治|抢救|调查|普查|发现|改正|纠正|登记|报告|管理|随访/;

function isUnwanted(name: string): boolean {
  return UNWANTED.test(name) && !DEALT_WITH.test(name);
}

/** Shares of which nobody can tell from the name which way is better. 〔推〕 */
const EITHER_WAY = /控制|费用|负担|负债|占比|比重|增长|增速/;
/** A change against something has its direction in its words: 下降3%. */
const CHANGE = /[较比]|提[高升]|[增减]|[上下]降|下降|降低|缩短|节/;

function withoutSign(line: IndicatorLine): LineBreach | undefined {
  const { reading, value, bareName } = line;
  const percent = percentOf(line);
  if (reading.kind !== 'quantity' || reading.stated || !percent) return undefined;
  const isOpen = isCost(line) || EITHER_WAY.test(bareName) || CHANGE.test(value);
  if (isOpen || COUNTED.test(bareName) || compare(percent, '100') >= 0) return undefined;
  const sign = isUnwanted(bareName) ? '≤' : '≥';
  const better = value.replace(/(?=[\d０-９.一二三四五六七八九十百]\S*$)/, sign);
  return better === value ? undefined : { better };
}

const DURATION = /^(?:个?工作日|天|日|小时|分钟|个?月|年|周|个?季度)$/;
const TIME =
  /[\d一二三四五六七八九十]+\s*(?:年|个?月|日|号|天|周|小时|分钟|秒|季度|个?工作日)|[年月季]度?[底末初内]|[上下]半年|全年|当年|每[年月周季]|汛|学[年期]|开学|[春夏秋冬]季|春节/;
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
  const isPunctual = PUNCTUAL.test(name + value);
  return isPunctual
    ? { severity: 'hint', params: { punctual: 'yes' } }
    : { params: { punctual: 'no' } };
}

const BOUND = /不超|不突破|控制在|预算(?:成本)?内|定额内|标准内|限额内|预算范围内/;

/** What one unit costs is a standard, whether or not its value says per what. 〔推〕 */
const STANDARD = /标准|单价|[人户亩件次页生床]均|每/;

function withoutCost(line: IndicatorLine): LineBreach | undefined {
  const { reading, name, value, totalFunds } = line;
  if (!isCost(line)) return undefined;
  const params = { ...(totalFunds && { T: totalFunds }) };
  if (reading.kind === 'quantity') {
    const money = moneyOf(line);
    // A sum without ≤ says what is spent, not what must not be exceeded. Unit prices (800元/件) are standards.
    if (!money || reading.stated || STANDARD.test(name)) return undefined;
    // A bare number is no money yet: I02 asks for its unit.
    if (reading.missingUnit === true && !/[万亿]$/.test(value)) return undefined;
    const unit = reading.missingUnit === true ? '元' : '';
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

/** 本馆读者 are served; 本馆 alone, or its own staff, are not. */
const SUPERIORS =
  /上级|主管部门|领导(?!干部)|[省市区县乡镇]委(?!员)|党委|本(?:单位|部门|[局馆院所校])(?=(?:全体|内部)?(?:干部|职工|员工|人员)*满意)|各机关|自评/;

function saysSatisfied({ name, value }: IndicatorLine): boolean {
  return /满意/.test(name) || (value.length <= SHORT_VALUE && /满意/.test(value));
}

const FIGURATIVE =
  /(?:政治|营商|法治|社会|文化|行业|市场|金融|舆论|发展|投资|治安|育人|学术|网络|教育|创新|创业|产业|用人|司法|执法|政务|消费|干事)(?:生态|环境)/g;
const NATURAL =
  /生态|环境|污染|绿|节能|减排|碳|水质|水源|空气|大气|垃圾|排放|能耗|土壤|植被|森林|林木|湿地|噪[声音]|[粉扬降抑]尘|水土|节水|节电|节约|用电|用水|耗电|耗水|秸秆|河道|生物|物种|草原|荒漠|防沙|无纸化|废物|废水|废气|医废|无害化|用纸|资源|化肥|农药|PM2|PM10|污水|河湖|湖泊|水域|林地|草地|耕地|人居|环保|低碳|清洁|植树|造林|野生|禁捕|石漠/;

function notEcological(line: IndicatorLine): LineBreach | undefined {
  if (!isKind(line, 'ecological')) return undefined;
  const words = `${line.name}，${line.value}`.replace(FIGURATIVE, '');
  return NATURAL.test(words) ? undefined : {};
}

const RESULT_BEHIND = /(?:达到了?|达|完成|实现)$/;
const RESULT_BEFORE =
  /^(?:确保|保证(?!金|率)|力争|实现(?!率)|达到|完成(?!率|时间|情况|程度|度|时限|及时|质量|进度|投资))/;

/** A name this short says too little: 项目完成 is not better called 项目. */
const SHORTEST_NAME = 4;

function nameSaysResult({ name }: IndicatorLine): LineBreach | undefined {
  if (RESULT_BEHIND.test(name)) {
    const better = name.replace(RESULT_BEHIND, '');
    return { column: 'name', ...(better.length >= SHORTEST_NAME && { better }) };
  }
  return RESULT_BEFORE.test(name) || /[，,。；;]/.test(name) ? { column: 'name' } : undefined;
}

const VAGUE =
  /^(?:各项|本单位|全部|年度|重点)*(?:工作|任务|项目|指标|目标)?(?:任务)?完成(?:情况|率|程度|度)?$/;

function vagueName(line: IndicatorLine): LineBreach | undefined {
  const { bareName, value, indicator } = line;
  const { level2 } = indicator.kind;
  // 服务对象满意度 names whom it asks.
  const isHeading = bareName === level2 || (!isSatisfaction(line) && `${bareName}指标` === level2);
  const isVague = bareName === value || isHeading || VAGUE.test(bareName);
  return isVague ? { column: 'name' } : undefined;
}

const REFUSED = /[-－*＊_＿]/;

function refusedCharacters({ value }: IndicatorLine): LineBreach | undefined {
  const found = REFUSED.exec(value)?.[0];
  if (found === undefined) return undefined;
  const month = (_: string, year: string, part: string) => `${year}年${part.replace(/^0/, '')}月`;
  const better = value
    .replace(/(\d{4})[-－](\d{1,2})[-－](\d{1,2})日?/g, '$1年$2月$3日')
    .replace(/(\d{4})[.-](\d{1,2})月?(?![\d.])/g, month)
    .replace(/(?<=[\d年月日号%])\s*[-－]+\s*(?=\d)/g, '至');
  return { params: { character: found }, ...(!REFUSED.test(better) && { better }) };
}

function wrongDirection({ bareName, value, reading }: IndicatorLine): LineBreach | undefined {
  if (reading.kind !== 'quantity' || !isUnwanted(bareName)) return undefined;
  if (!reading.stated || (reading.comparison !== '≥' && reading.comparison !== '>')) {
    return undefined;
  }
  const figure = /\d.*$/.exec(halfWidth(value))?.[0].replace(/(?:及|或)?以上$/, '');
  return figure === undefined ? {} : { better: `≤${figure}` };
}

const SHARE = /率|度|比例|占比|覆盖/;
const MAY_EXCEED = /增|超|提升|提高|翻|倍|完成率|达成率|回报|产出|保值|周转|毛入/;
/** Shares of things that are there: more than all of them is impossible. Any other share is only doubtful. 〔推〕 */
const OF_ALL =
  /满意|合格|覆盖|达标|通过|成功|准确|正确|优[良秀]|知晓|参与|普及|接种|签约|办结|整改|化解|完好|巩固|(?<!毛)入[学园]率|公开|建档/;

function aboveWhole(line: IndicatorLine): LineBreach | undefined {
  const percent = percentOf(line);
  if (!percent || compare(percent, '100') <= 0) return undefined;
  if (!SHARE.test(line.name) || MAY_EXCEED.test(line.name + line.value)) return undefined;
  // A scan reads ≥98% as 298%.
  const scanned = /^2(\d.*)$/.exec(percent)?.[1];
  if (scanned && compare(scanned, '100') <= 0) return { better: `≥${scanned}%` };
  return OF_ALL.test(line.name) ? {} : { severity: 'warning' };
}

const EMPTY = /显著|进一步|较好|若干|合理|可控|提高|增强|提升|明显|(?<!长期|持续)有效/;
const FIGURE = /\d|[一二三四五六七八九十]成|百分之/;
const COMPARED = /[较比](?:上|去|前)一?年|同比|环比|高于|优于/;

function emptyTalk(line: IndicatorLine): LineBreach | undefined {
  const { reading, value } = line;
  if (reading.kind !== 'text' || FIGURE.test(halfWidth(value)) || COMPARED.test(value)) {
    return undefined;
  }
  if (!EMPTY.test(value) || isSatisfaction(line)) return undefined;
  return isBenefit(line) ? { severity: 'hint' } : {};
}
