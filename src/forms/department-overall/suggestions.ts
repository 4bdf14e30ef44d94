import type { Draft } from './draft.js';
import type { IndicatorKind } from './scheme.js';

/** An indicator that could be asked of a unit: its name, how it compares and in what unit. Never a number. */
export interface Suggestion {
  readonly name: string;
  /** "" for a date. */
  readonly sign: '≥' | '≤' | '=' | '';
  /** What stands behind the number; a date says so. */
  readonly unit: string;
}

/** The kinds of indicators that suggestions are kept for; 成本 serves both schemes. */
type SuggestedKind =
  | 'quantity'
  | 'quality'
  | 'timeliness'
  | 'cost'
  | 'economic'
  | 'social'
  | 'ecological'
  | 'sustainability'
  | 'satisfaction';

/** Indicators by kind, each written 「名称 符号 单位」. */
type Written = Partial<Record<SuggestedKind, readonly string[]>>;

/** A kind of duty or task, the words it is known by, and what is usually measured about it. 〔推〕 */
interface Work {
  readonly words: RegExp;
  readonly indicators: Written;
}

const DATE = '年底前的日期';

const WORKS: readonly Work[] = [
  {
    words: /普法|法治宣传|法治创建|学法|法律十进/,
    indicators: {
      quantity: ['普法宣传活动场次 ≥ 场', '普法考试参与人数 ≥ 人', '普法资料发放数量 ≥ 份'],
      quality: ['学法考法通过率 ≥ %', '普法对象覆盖率 ≥ %'],
      timeliness: [`年度普法任务完成时间  ${DATE}`],
      cost: ['普法宣传单场成本 ≤ 元/场'],
      social: ['群众法治知识知晓率 ≥ %'],
      satisfaction: ['普法活动参与群众满意度 ≥ %'],
    },
  },
  {
    words: /培训|轮训|讲座|进修/,
    indicators: {
      quantity: ['举办培训班期数 ≥ 期', '培训人次 ≥ 人次'],
      quality: ['培训考核合格率 ≥ %', '参训率 ≥ %'],
      timeliness: [`培训完成时间  ${DATE}`],
      cost: ['培训人均费用 ≤ 元/人天'],
      sustainability: ['培训成果转化应用率 ≥ %'],
      satisfaction: ['参训学员满意度 ≥ %'],
    },
  },
  {
    words: /信息化|系统建设|平台建设|数字化|软件|网络安全|智慧/,
    indicators: {
      quantity: ['建设系统（模块）数量 = 个', '接入单位数量 ≥ 家'],
      quality: ['系统验收合格率 = %', '数据准确率 ≥ %'],
      timeliness: [`系统上线时间  ${DATE}`],
      cost: ['信息化建设总成本 ≤ 万元'],
      social: ['业务办理平均用时 ≤ 分钟'],
      sustainability: ['系统正常使用年限 ≥ 年'],
      satisfaction: ['系统使用人员满意度 ≥ %'],
    },
  },
  {
    words: /运维|维护|运行保障|维保|物业|后勤/,
    indicators: {
      quantity: ['设备（系统）巡检次数 ≥ 次', '维护设备数量 ≥ 台'],
      quality: ['设备（系统）正常运行率 ≥ %'],
      timeliness: ['故障平均响应时间 ≤ 小时'],
      cost: ['年度运行维护成本 ≤ 万元'],
      satisfaction: ['使用人员满意度 ≥ %'],
    },
  },
  {
    words: /工程|改造|修缮|加固|新建|扩建|道路|公路|桥梁|广场|管网/,
    indicators: {
      quantity: ['工程（改造）面积 ≥ 平方米', '建设（改造）项目数量 = 个'],
      quality: ['工程验收合格率 = %'],
      timeliness: [`工程竣工时间  ${DATE}`],
      cost: ['工程总投资 ≤ 万元'],
      social: ['受益群众人数 ≥ 人'],
      ecological: ['施工扬尘达标率 ≥ %'],
      sustainability: ['工程设计使用年限 ≥ 年'],
      satisfaction: ['受益群众满意度 ≥ %'],
    },
  },
  {
    words: /水利|水库|饮水|灌溉|河道|防汛|水土/,
    indicators: {
      quantity: ['治理河道长度 ≥ 公里', '除险加固水库数量 ≥ 座'],
      quality: ['农村饮水水质达标率 ≥ %', '工程验收合格率 = %'],
      timeliness: [`汛前完工时间  ${DATE}`],
      cost: ['工程总投资 ≤ 万元'],
      economic: ['新增（改善）灌溉面积 ≥ 亩'],
      social: ['受益人口 ≥ 人'],
      ecological: ['水土流失治理面积 ≥ 亩'],
      satisfaction: ['受益群众满意度 ≥ %'],
    },
  },
  {
    words: /采购|购置|购书|设备更新/,
    indicators: {
      quantity: ['购置设备（物资）数量 ≥ 台'],
      quality: ['设备验收合格率 = %', '政府采购程序合规率 = %'],
      timeliness: [`采购完成时间  ${DATE}`],
      cost: ['设备平均单价 ≤ 元/台'],
      sustainability: ['设备使用年限 ≥ 年'],
      satisfaction: ['使用人员满意度 ≥ %'],
    },
  },
  {
    words: /购买服务|服务外包|委托/,
    indicators: {
      quantity: ['购买服务项目数量 = 项'],
      quality: ['服务考核合格率 ≥ %'],
      timeliness: ['服务按期完成率 ≥ %'],
      cost: ['购买服务总成本 ≤ 万元'],
      satisfaction: ['服务对象满意度 ≥ %'],
    },
  },
  {
    words: /复议|应诉|诉讼|仲裁/,
    indicators: {
      quantity: ['办理行政复议案件数量 ≥ 件', '办理行政应诉案件数量 ≥ 件'],
      quality: ['行政复议案件纠错后履行率 ≥ %', '行政应诉出庭率 ≥ %'],
      timeliness: ['案件法定期限内办结率 = %'],
      cost: ['案件办理平均成本 ≤ 元/件'],
      social: ['行政争议实质性化解率 ≥ %'],
      satisfaction: ['申请人满意度 ≥ %'],
    },
  },
  {
    words: /调解|矛盾纠纷|信访/,
    indicators: {
      quantity: ['调解矛盾纠纷数量 ≥ 件', '接访人次 ≥ 人次'],
      quality: ['矛盾纠纷调解成功率 ≥ %'],
      timeliness: ['信访事项按期办结率 ≥ %'],
      social: ['重复信访下降比例 ≥ %'],
      satisfaction: ['来访群众满意度 ≥ %'],
    },
  },
  {
    words: /矫正|帮教|戒毒|监狱|安置/,
    indicators: {
      quantity: ['社区矫正对象监管人数 ≥ 人', '安置帮教人数 ≥ 人'],
      quality: ['社区矫正对象定位率 ≥ %', '安置帮教衔接率 ≥ %'],
      timeliness: ['帮教核查按期完成率 ≥ %'],
      social: ['矫正期间再犯罪率 ≤ %'],
      satisfaction: ['帮教对象家属满意度 ≥ %'],
    },
  },
  {
    words: /法律援助|公共法律服务|公证|鉴定/,
    indicators: {
      quantity: ['办理法律援助案件数量 ≥ 件', '提供法律咨询人次 ≥ 人次'],
      quality: ['法律援助案件质量合格率 ≥ %'],
      timeliness: ['法律援助申请按期审批率 = %'],
      cost: ['法律援助案件补贴标准 ≤ 元/件'],
      social: ['受援人权益维护率 ≥ %'],
      satisfaction: ['受援人满意度 ≥ %'],
    },
  },
  {
    words: /调研|课题|规划编制/,
    indicators: {
      quantity: ['调研报告数量 ≥ 篇', '开展调研次数 ≥ 次'],
      quality: ['调研成果采纳率 ≥ %'],
      timeliness: [`调研报告完成时间  ${DATE}`],
      cost: ['调研差旅人均费用 ≤ 元/人天'],
    },
  },
  {
    words: /会议|论坛|座谈/,
    indicators: {
      quantity: ['召开会议次数 ≥ 次', '参会人次 ≥ 人次'],
      quality: ['会议议定事项落实率 ≥ %'],
      timeliness: ['会议按期召开率 ≥ %'],
      cost: ['会议人均费用 ≤ 元/人天'],
    },
  },
  {
    words: /执法|检查|监管|抽检|稽查|督查/,
    indicators: {
      quantity: ['开展执法检查次数 ≥ 次', '检查单位数量 ≥ 家'],
      quality: ['检查发现问题整改率 ≥ %', '执法案卷合格率 ≥ %'],
      timeliness: ['检查任务按期完成率 ≥ %'],
      social: ['重大安全事故发生数 = 起'],
      satisfaction: ['监管对象满意度 ≥ %'],
    },
  },
  {
    words: /档案|馆藏|查档/,
    indicators: {
      quantity: ['档案数字化页数 ≥ 页', '接待查档人次 ≥ 人次'],
      quality: ['著录差错率 ≤ %', '库房温湿度达标率 ≥ %'],
      timeliness: [`数字化任务完成时间  ${DATE}`],
      cost: ['每页扫描著录单价 ≤ 元/页'],
      social: ['档案查询平均用时 ≤ 分钟'],
      sustainability: ['馆藏数字化率 ≥ %'],
      satisfaction: ['查档群众满意度 ≥ %'],
    },
  },
  {
    words: /图书|阅读|文化|文艺|演出|展览|体育|群众活动/,
    indicators: {
      quantity: ['举办文化活动场次 ≥ 场', '新增图书数量 ≥ 册', '参与活动人次 ≥ 人次'],
      quality: ['活动按计划举办率 ≥ %'],
      timeliness: [`活动完成时间  ${DATE}`],
      cost: ['活动平均成本 ≤ 元/场'],
      social: ['免费开放天数 ≥ 天'],
      satisfaction: ['参与群众满意度 ≥ %'],
    },
  },
  {
    words: /学校|教育|教学|学生|助学|校舍|营养/,
    indicators: {
      quantity: ['资助学生人数 ≥ 人', '改善办学条件学校数量 ≥ 所'],
      quality: ['资助对象认定准确率 = %'],
      timeliness: ['资助资金按期发放率 = %'],
      cost: ['生均补助标准 = 元/人'],
      social: ['义务教育巩固率 ≥ %'],
      satisfaction: ['学生和家长满意度 ≥ %'],
    },
  },
  {
    words: /医院|医疗|卫生|诊疗|疫苗|疾控|健康/,
    indicators: {
      quantity: ['门诊服务人次 ≥ 人次', '开展健康筛查人数 ≥ 人'],
      quality: ['诊断符合率 ≥ %', '疫苗接种率 ≥ %'],
      timeliness: ['急救平均响应时间 ≤ 分钟'],
      cost: ['人均筛查成本 ≤ 元/人'],
      social: ['居民健康档案建档率 ≥ %'],
      satisfaction: ['患者满意度 ≥ %'],
    },
  },
  {
    words: /救助|补助|补贴|低保|优抚|养老|残疾|慰问|扶持/,
    indicators: {
      quantity: ['发放补助（救助）人数 ≥ 人'],
      quality: ['补助对象认定准确率 = %'],
      timeliness: ['补助资金按期发放率 = %'],
      cost: ['人均补助标准 = 元/人'],
      social: ['困难群众救助覆盖率 ≥ %'],
      satisfaction: ['补助对象满意度 ≥ %'],
    },
  },
  {
    words: /环保|环境保护|污染|环卫|垃圾|绿化|降尘|空气/,
    indicators: {
      quantity: ['生活垃圾清运量 ≥ 吨', '新增绿化面积 ≥ 平方米'],
      quality: ['垃圾无害化处理率 ≥ %'],
      timeliness: ['垃圾及时清运率 = %'],
      cost: ['单位清运处理成本 ≤ 元/吨'],
      ecological: ['空气质量优良天数比例 ≥ %'],
      satisfaction: ['市民满意度 ≥ %'],
    },
  },
  {
    words: /宣传|新闻|媒体|公众号/,
    indicators: {
      quantity: ['刊发宣传稿件数量 ≥ 篇'],
      quality: ['宣传稿件差错率 ≤ %'],
      timeliness: ['重点宣传任务按期完成率 ≥ %'],
      social: ['政策知晓率 ≥ %'],
      satisfaction: ['受众满意度 ≥ %'],
    },
  },
];

/** What every unit can measure, where its duties and tasks say nothing more. */
const EVERYWHERE: Written = {
  timeliness: ['重点工作任务按期完成率 ≥ %'],
  cost: ['年度支出总额 ≤ 万元'],
  satisfaction: ['服务对象满意度 ≥ %'],
};

/** Tasks that are looked at: more say nothing new. */
const MOST_TASKS = 200;

/** Indicators of one kind that suit a unit's tasks and duties, those of its tasks first. */
export function suggestionsFor(
  { tasks, duties }: Draft,
  kind: IndicatorKind,
): readonly Suggestion[] {
  const key = kind.level2.includes('成本') ? 'cost' : kind.id;
  const about = [
    ...tasks.slice(0, MOST_TASKS).map(({ name, content }) => `${name ?? ''}，${content ?? ''}`),
    ...duties,
  ];
  const works = about.flatMap((text) => WORKS.filter(({ words }) => words.test(text ?? '')));
  const written = [...new Set(works), { indicators: EVERYWHERE }].flatMap(
    (work) => work.indicators[key as SuggestedKind] ?? [],
  );
  return [...new Set(written)].map(suggestionOf);
}

function suggestionOf(written: string): Suggestion {
  const [name = '', sign = '', unit = ''] = written.split(' ');
  return { name, sign: sign as Suggestion['sign'], unit };
}

/** Every suggestion there is, by kind: for whoever checks them. */
export function allSuggestions(): readonly (readonly [kind: string, suggestion: Suggestion])[] {
  return [...WORKS.map(({ indicators }) => indicators), EVERYWHERE].flatMap((indicators) =>
    Object.entries(indicators).flatMap(([kind, written]) =>
      written.map((each) => [kind, suggestionOf(each)] as const),
    ),
  );
}
