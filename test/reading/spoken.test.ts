import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/forms/answers.js';
import { departmentOverall } from '../../src/forms/department-overall/form.js';
import { read } from '../../src/reading/read.js';
import { answers } from '../support/answers.js';
import { inShort } from '../support/in-short.js';

/** What was asked, what was said, and what it means. */
type Case = readonly [asked: string, said: string, means: string];

const form = departmentOverall();

const EMPTY = answers({});
const TOTAL_ONLY = answers({ totalFunds: '1000' });
const VALUES = {
  year: '2027',
  reportingUnit: '某县档案馆',
  unitHead: '李明',
  totalFunds: '300',
  publicBudget: '300',
  governmentFund: '0',
  specialAccountNonTax: '0',
  otherFunds: '0',
  basicExpenditure: '100',
  projectExpenditure: '200',
};
const BASE = answers(VALUES);
const TWO_TASKS = answers(VALUES, {
  tasks: [
    { name: '普法', content: '宣传', total: '90', fiscalFunds: '90', otherFunds: '0' },
    { name: '复议', content: '办案', total: '50', fiscalFunds: '45', otherFunds: '5' },
  ],
});

function readInShort(known: Answers, asked: string, said: string): string {
  const list = asked === 'tasks' ? { list: 'tasks' } : {};
  const today = '2026-11-23';
  return inShort(read({ form, answers: known, asked: { question: asked }, today, ...list }, said));
}

describe('a unit introduces itself', () => {
  test.each<Case>([
    [
      'year',
      '我是清溪县图书馆的，负责人周敏，2027年度，总额1286.4万，其中财政拨款1240.4，非税6万，其余都是其他资金，基本支出712.9，项目就是剩下的',
      'reportingUnit = 清溪县图书馆; unitHead = 周敏; year = 2027; totalFunds = 1286.4; publicBudget = 1240.4; specialAccountNonTax = 6; basicExpenditure = 712.9; governmentFund = 0; otherFunds = 40; projectExpenditure = 573.5',
    ],
    [
      'year',
      '清溪县图书馆，2027年度，负责人周敏',
      'reportingUnit = 清溪县图书馆; year = 2027; unitHead = 周敏',
    ],
    [
      'year',
      '2027年度清溪县图书馆，负责人是周敏',
      'year = 2027; reportingUnit = 清溪县图书馆; unitHead = 周敏',
    ],
    ['year', '我们是水利局的，填明年的', 'reportingUnit = 水利局; year = 2027'],
    [
      'year',
      "I'm filling this for Qingxi County Library, fiscal year 2027, head of unit is Zhou Min",
      'reportingUnit = Qingxi County Library; year = 2027; unitHead = Zhou Min',
    ],
    [
      'year',
      '填2026年的，我们是清溪县图书馆，馆长叫刘文秀',
      'year = 2026; reportingUnit = 清溪县图书馆; unitHead = 刘文秀',
    ],
    ['reportingUnit', '某县财政局 负责人王小明', 'reportingUnit = 某县财政局; unitHead = 王小明'],
    [
      'reportingUnit',
      '填报单位：衡阳市司法局 单位负责人：张三 日期：2026年1月',
      'reportingUnit = 衡阳市司法局; unitHead = 张三',
    ],
    ['reportingUnit', '部门名称\t衡阳市司法局', '? misfit'],
    ['unitHead', '局长张三', 'unitHead = 张三'],
    ['unitHead', '领导签', '? misfit'],
    ['unitHead', '空缺', '? misfit'],
    ['unitHead', '我填错了', '? misfit'],
  ])('%s: %j is %s', (asked, said, expected) => {
    expect(readInShort(EMPTY, asked, said)).toBe(expected);
  });
});

describe('amounts of the budget', () => {
  test.each<Case>([
    ['totalFunds', '准确数是3684.52', 'totalFunds = 3684.52'],
    ['totalFunds', 'Total is 12.864 million yuan', 'totalFunds = 1286.4'],
    [
      'totalFunds',
      'total 1286.4, fiscal 1240.4, other 40, non-tax 6, rest zero',
      'totalFunds = 1286.4; publicBudget = 1240.4; otherFunds = 40; specialAccountNonTax = 6; governmentFund = 0',
    ],
    [
      'totalFunds',
      '100，都是财政的',
      'totalFunds = 100; governmentFund = 0; specialAccountNonTax = 0; otherFunds = 0; publicBudget = 100',
    ],
    [
      'totalFunds',
      '总额500000元，财政300000，其他200000',
      'totalFunds = 50; ? ambiguous-unit; ? ambiguous-unit',
    ],
    ['totalFunds', '（300）', '? negative'],
    ['totalFunds', '。', 'unknown'],
    ['totalFunds', '单位：元\n总额：3000000', 'totalFunds = 300'],
    ['totalFunds', '单位：万元', '? unknown'],
    [
      'totalFunds',
      '年度预算申请（万元）\t资金总额：1,300.00万元\n\t按收入性质分\t按支出性质分\n\t其中：公共财政拨款：1250.00\t其中：基本支出：730\n\t政府性基金拨款：\t项目支出：570\n\t其他资金：50\t',
      'totalFunds = 1300.00; publicBudget = 1250.00; basicExpenditure = 730; governmentFund = null; projectExpenditure = 570; otherFunds = 50',
    ],
  ])('%s: %j is %s', (asked, said, expected) => {
    expect(readInShort(EMPTY, asked, said)).toBe(expected);
  });
});

describe('parts and rests', () => {
  test.each<Case>([
    ['income', '政府性基金有400万，上级的移民后扶资金', 'governmentFund = 400'],
    ['income', '那就其他资金50吧', 'otherFunds = 50'],
    ['expenditure', '基本支出一共480.2万', 'basicExpenditure = 480.2'],
    [
      'expenditure',
      '按支出性质分 其中：基本支出：430万元  项目支出：570万元',
      'basicExpenditure = 430; projectExpenditure = 570',
    ],
    ['expenditure', '项目支出呢就是剩下的', '? others-needed'],
    ['expenditure', '700，300', 'basicExpenditure = 700; projectExpenditure = 300'],
    ['expenditure', '基本700，剩下的就是项目', 'basicExpenditure = 700; projectExpenditure = 300'],
    ['expenditure', '人员80', '? parts-needed'],
    ['expenditure', '人员80，公用20', 'basicExpenditure = 100'],
  ])('%s: %j is %s', (asked, said, expected) => {
    expect(readInShort(TOTAL_ONLY, asked, said)).toBe(expected);
  });
});

describe('tasks in all their shapes', () => {
  test.each<Case>([
    [
      'tasks',
      '普法，宣传，90万元（财政80万元，其他10万元）',
      'tasks + 普法｜宣传｜total 90｜fiscalFunds 80｜otherFunds 10',
    ],
    [
      'tasks',
      '普法，宣传，90（财政80、其他10）',
      'tasks + 普法｜宣传｜total 90｜fiscalFunds 80｜otherFunds 10',
    ],
    [
      'tasks',
      '普法,宣传,120,120,0',
      'tasks + 普法｜宣传｜total 120｜fiscalFunds 120｜otherFunds 0',
    ],
    ['tasks', '普法,宣传,90,800,10', 'tasks + 普法｜宣传; ? separators'],
    ['tasks', '普法,宣传,50,500', 'tasks + 普法｜宣传; ? separators'],
    [
      'tasks',
      '普法，宣传，90万，全部财政；复议，办案，50万，全部财政',
      'tasks + 普法｜宣传｜total 90｜otherFunds 0｜fiscalFunds 90 + 复议｜办案｜total 50｜otherFunds 0｜fiscalFunds 50',
    ],
    ['tasks', '合计，，90万', 'Σ total 90'],
    [
      'tasks',
      '购书, 购置图书2万册, 150, fiscal 130, other 20',
      'tasks + 购书｜购置图书2万册｜total 150｜fiscalFunds 130｜otherFunds 20',
    ],
    [
      'tasks',
      '购书, 购置图书2万册, 83.5 fiscal, 20 other',
      'tasks + 购书｜购置图书2万册｜fiscalFunds 83.5｜otherFunds 20｜total 103.5',
    ],
    [
      'tasks',
      '水库移民后期扶持40万，用政府性基金',
      'tasks + 水库移民后期扶持｜total 40｜otherFunds 0｜fiscalFunds 40',
    ],
    [
      'tasks',
      '水土保持的话是74.0万，财政50，其他24',
      'tasks + 水土保持｜total 74.0｜fiscalFunds 50｜otherFunds 24',
    ],
    [
      'tasks',
      '任务名称：普法\n主要内容：宣传\n总额：90\n财政：90\n其他：0',
      'tasks + 普法｜宣传｜total 90｜fiscalFunds 90｜otherFunds 0',
    ],
    [
      'tasks',
      '普法\n宣传\n90\n90\n0',
      'tasks + 普法｜宣传｜total 90｜fiscalFunds 90｜otherFunds 0',
    ],
    [
      'tasks',
      '普法90万\n复议50万\n合计140万',
      'tasks + 普法｜total 90 + 复议｜total 50; Σ total 140',
    ],
    [
      'tasks',
      '普法，开展培训；印发手册；组织考试，90万',
      'tasks + 普法｜开展培训；印发手册；组织考试｜total 90',
    ],
    [
      'tasks',
      '普法，宣传，90万，2026年12月前完成',
      'tasks + 普法｜宣传，2026年12月前完成｜total 90',
    ],
    ['tasks', '普法，宣传，900000', 'tasks + 普法｜宣传; ? ambiguous-unit'],
    ['tasks', '没有任务', 'tasks none'],
    ['tasks', '还剩多少', 'question'],
  ])('%s: %j is %s', (asked, said, expected) => {
    expect(readInShort(BASE, asked, said)).toBe(expected);
  });
});

describe('content is content', () => {
  test.each<Case>([
    ['duties', '领导是关键', 'duties + 领导是关键'],
    ['duties', '局长为组长', 'duties + 局长为组长'],
    ['duties', '单位：负责全县单位的考核', 'duties + 单位：负责全县单位的考核'],
    ['duties', '部门：负责协调', 'duties + 部门：负责协调'],
    ['duties', '财政拨款20万元用于普法', 'duties + 财政拨款20万元用于普法'],
    ['duties', '1、甲甲。\n2、乙乙。\n完成', 'duties + 甲甲。 + 乙乙。; duties none'],
    ['duties', '序号\t职责\n1\t甲甲\n2\t乙乙', 'duties + 甲甲 + 乙乙'],
    ['goals', '书记是第一责任人', 'goals + 书记是第一责任人'],
    ['goals', '项目20个全部完工', 'goals + 项目20个全部完工'],
    ['goals', '总额控制在300万以内', 'goals + 总额控制在300万以内'],
    ['goals', '注：以上不含基本支出', 'note 注：以上不含基本支出'],
  ])('%s: %j is %s', (asked, said, expected) => {
    expect(readInShort(BASE, asked, said)).toBe(expected);
  });
});

describe('indicators as people say them', () => {
  test.each<Case>([
    ['indicators.quantity', '项目 10个', 'indicators.quantity + 项目｜targetValue 10个'],
    [
      'indicators.quantity',
      '公用经费≤20万元',
      'indicators.quantity + 公用经费｜targetValue ≤20万元',
    ],
    ['indicators.quantity', '项目完成率100%', 'indicators.quantity + 项目完成率｜targetValue 100%'],
    [
      'indicators.quantity',
      '财政拨款 280万元',
      'indicators.quantity + 财政拨款｜targetValue 280万元',
    ],
    [
      'indicators.quantity',
      '培训班次：5次；培训人数：100人',
      'indicators.quantity + 培训班次｜targetValue 5次 + 培训人数｜targetValue 100人',
    ],
    [
      'indicators.quantity',
      '培训人数，100人，培训次数，5次',
      'indicators.quantity + 培训人数｜targetValue 100人 + 培训次数｜targetValue 5次',
    ],
    [
      'indicators.quantity',
      'Readers ≥350,000 visits',
      'indicators.quantity + Readers｜targetValue ≥350,000 visits',
    ],
    [
      'indicators.quantity',
      '水土流失治理面积要达到800亩以上',
      'indicators.quantity + 水土流失治理面积｜targetValue 达到800亩以上',
    ],
    [
      'indicators.quantity',
      '供水保证率提高到95%',
      'indicators.quantity + 供水保证率｜targetValue 95%',
    ],
    [
      'indicators.quantity',
      '差错率控制在1%以内',
      'indicators.quantity + 差错率｜targetValue 1%以内',
    ],
    [
      'indicators.quantity',
      '因旱涝灾害死亡人数为0',
      'indicators.quantity + 因旱涝灾害死亡人数｜targetValue 0',
    ],
    [
      'indicators.quantity',
      'cost per book at most 45 yuan',
      'indicators.quantity + cost per book｜targetValue at most 45 yuan',
    ],
    [
      'indicators.quantity',
      '群众满意度90%以上，移民满意度90%以上',
      'indicators.quantity + 群众满意度｜targetValue 90%以上 + 移民满意度｜targetValue 90%以上',
    ],
    [
      'indicators.quantity',
      '读者满意率九成以上',
      'indicators.quantity + 读者满意率｜targetValue 九成以上',
    ],
    [
      'indicators.quantity',
      '项目于2027年11月30日前完成',
      'indicators.quantity + 项目｜targetValue 2027年11月30日前完成',
    ],
    ['indicators.quantity', '生态效益：无', 'indicators.ecological none'],
    ['indicators.quantity', '≥95%', '? nameless'],
    ['indicators.quantity', '6月底前资金拨付到位', 'indicators.quantity + 6月底前资金拨付到位'],
    [
      'goals',
      '数量指标：新建水厂，3座\n质量指标：合格率，100%',
      'indicators.quantity + 新建水厂｜targetValue 3座; indicators.quality + 合格率｜targetValue 100%',
    ],
  ])('%s: %j is %s', (asked, said, expected) => {
    expect(readInShort(BASE, asked, said)).toBe(expected);
  });
});

describe('changes as people ask for them', () => {
  test.each<Case>([
    ['tasks', '第2条全部财政', 'tasks 2: otherFunds 0, fiscalFunds 50'],
    ['tasks', '第1、2条财政都改成50', 'tasks 1: fiscalFunds 50; tasks 2: fiscalFunds 50'],
    ['tasks', '第1条和第2条总额都改成50', 'tasks 1: total 50; tasks 2: total 50'],
    ['tasks', '删除第1-2条', 'remove 1,2'],
    ['tasks', '删除1-2条', 'remove 1,2'],
    ['tasks', '把第1到2条合并', 'merge 1,2'],
    ['tasks', '第１条总额改成９５', 'tasks 1: total 95'],
    ['tasks', '任务1总额改成95', 'tasks 1: total 95'],
    ['tasks', '普法总额改成95', 'tasks 1: total 95'],
    ['tasks', '任务普法金额改成95', 'tasks 1: total 95'],
    ['tasks', '复议财政改成50，其他0', 'tasks 2: fiscalFunds 50, otherFunds 0'],
    ['tasks', '第2条总额60，其余不变', 'tasks 2: total 60'],
    ['tasks', '修改2', 'command edit-line'],
    ['tasks', '删2', 'remove 2'],
    ['tasks', '取消普法', 'remove 1'],
    ['tasks', '不要普法了', 'remove 1'],
    ['tasks', '删掉普法这条', 'remove 1'],
    ['tasks', '把普法和复议合并', 'merge 1,2'],
    ['tasks', '合并普法和复议', 'merge 1,2'],
    ['tasks', '加一条：培训，开班，8', 'tasks + 培训｜开班｜total 8'],
    ['tasks', '增加任务：培训，开班，8', 'tasks + 培训｜开班｜total 8'],
    ['tasks', '新增一条任务：培训，开班，8', 'tasks + 培训｜开班｜total 8'],
    ['tasks', '第3条：培训，开班，8', 'tasks + 培训｜开班｜total 8'],
    ['tasks', '财政写错了，是280', 'publicBudget = 280'],
    ['tasks', '基本支出不是100，是120', 'basicExpenditure = 120'],
    ['tasks', '总额不对，是310', 'totalFunds = 310'],
    ['tasks', '财政拨款改成280', 'publicBudget = 280'],
    ['tasks', '第二条也删', 'remove 2'],
    ['tasks', '第1条不对，删了', 'remove 1'],
    ['tasks', 'delete line 2', 'remove 2'],
    ['tasks', 'line 2 total 60', 'tasks 2: total 60'],
    ['goals', '把第2条的总额改成97', 'tasks 2: total 97'],
    ['goals', '任务漏了一条：培训，开班，8', 'tasks + 培训｜开班｜total 8'],
    ['tasks', '把第2条和第2条对调', '? edit-unclear'],
  ])('%s: %j is %s', (asked, said, expected) => {
    expect(readInShort(TWO_TASKS, asked, said)).toBe(expected);
  });
});

describe('wishes that cannot be carried out', () => {
  test.each<Case>([
    ['tasks', '第2条加10万', '? edit-unclear'],
    ['tasks', '第1条总额95 第2条总额60', '? edit-unclear'],
    ['tasks', '金额改成95', '? edit-unclear'],
    ['tasks', '删除全部', 'command restart-section'],
    ['tasks', '删除任务', '? edit-unclear'],
    ['tasks', '不对，是95', '? edit-unclear'],
    ['tasks', '第2条不对', '? edit-unclear'],
    ['tasks', '还差60', '? edit-unclear'],
    ['tasks', '再加60', '? edit-unclear'],
    ['goals', '总额翻倍', '? edit-unclear'],
    ['goals', '其余为0', '? edit-unclear'],
    ['goals', '财政改成280，其余不变', '? edit-unclear'],
    ['indicators.quantity', '满意度改成95%', '? edit-unclear'],
  ])('%s: %j is %s', (asked, said, expected) => {
    expect(readInShort(TWO_TASKS, asked, said)).toBe(expected);
  });
});

describe('tables', () => {
  test.each<Case>([
    [
      'duties',
      '一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t建水厂\t3座',
      'indicators.quantity + 建水厂｜targetValue 3座',
    ],
    ['year', '序号\t任务名称\t单位\t总额\n1\t建水厂\t元\t300000', 'tasks + 建水厂｜total 30'],
    [
      'goals',
      '数量指标\t新建水厂\t3座\n质量指标\t合格率\t100%',
      'indicators.quantity + 新建水厂｜targetValue 3座; indicators.quality + 合格率｜targetValue 100%',
    ],
    [
      'tasks',
      '2027年项目支出明细表\t\t\t\t\n单位：元\t\t\t\t\n项目名称\t项目内容\t合计\t财政拨款\t其他\n农村饮水\t建3处\t900,000.00\t850,000.00\t50,000.00\n合计\t\t900000\t850000\t50000\n注：以上\t\t\t\t',
      'tasks + 农村饮水｜建3处｜total 90｜fiscalFunds 85｜otherFunds 5; note 注：以上; Σ total 90; Σ fiscalFunds 85; Σ otherFunds 5',
    ],
    [
      'tasks',
      '普法\t宣传\t90\t80\t10\n合 计\t\t90\t80\t10',
      'tasks + 普法｜宣传｜total 90｜fiscalFunds 80｜otherFunds 10; Σ total 90; Σ fiscalFunds 80; Σ otherFunds 10',
    ],
    [
      'tasks',
      '任务名称\t主要内容\t预算金额（元）\t\t\n\t\t总额\t财政拨款\t其他资金\n普法\t宣传\t900000\t800000\t100000',
      'tasks + 普法｜宣传｜total 90｜fiscalFunds 80｜otherFunds 10',
    ],
    [
      'tasks',
      '普法\t宣传\t(90)\t90\t0',
      'tasks + 普法｜宣传｜fiscalFunds 90｜otherFunds 0; ? negative',
    ],
    [
      'tasks',
      '普法\t宣传\t\t80\t10',
      'tasks + 普法｜宣传｜fiscalFunds 80｜otherFunds 10｜total 90',
    ],
    [
      'tasks',
      '任务名称\t主要内容\t总额\t其中：财政拨款\t其中：其他资金\n普法\t宣传\t90\t80\t10',
      'tasks + 普法｜宣传｜total 90｜fiscalFunds 80｜otherFunds 10',
    ],
    [
      'tasks',
      '任务名称\t主要内容\t总额\t一般公共预算\t政府性基金\n普法\t宣传\t90\t80\t10',
      'tasks + 普法｜宣传｜total 90｜fiscalFunds 90',
    ],
    ['tasks', '农村饮水\t建水厂\t9000000\t8500000\t500000', '? table-unit'],
    [
      'totalFunds',
      '部门职能职责概述\t1.保管文献\n\t2.开展阅读推广',
      'duties + 保管文献 + 开展阅读推广',
    ],
  ])('%s: %j is %s', (asked, said, expected) => {
    expect(readInShort(BASE, asked, said)).toBe(expected);
  });
});

describe('slips of the pen', () => {
  test.each<Case>([
    ['duties', '导处', 'slip of 导出'],
    ['duties', '核兑', 'slip of 核对'],
    ['tasks', '上一部', 'slip of 上一步'],
    ['totalFunds', 'udno', 'slip of undo'],
    ['unitHead', '王成', 'unitHead = 王成'],
    ['tasks', '核算', 'tasks + 核算'],
    ['duties', '普法', 'duties + 普法'],
  ])('%s: %j is %s', (asked, said, expected) => {
    expect(readInShort(BASE, asked, said)).toBe(expected);
  });
});

describe('tables and lists of the budget', () => {
  test.each<Case>([
    [
      'income',
      '项目\t金额\n公共财政拨款\t900\n其他资金\t100',
      'publicBudget = 900; otherFunds = 100',
    ],
    [
      'income',
      '公共财政拨款\t政府性基金拨款\t非税收入\t其他资金\n900\t0\t0\t100',
      'publicBudget = 900; governmentFund = 0; specialAccountNonTax = 0; otherFunds = 100',
    ],
    [
      'income',
      '公共财政拨款\t900\n政府性基金拨款\t0\n其他资金\t100',
      'publicBudget = 900; governmentFund = 0; otherFunds = 100',
    ],
    [
      'year',
      '年度\t2026\n填报单位\t清溪县教育局\n单位负责人\t刘志远\n一、资金总额\t1000\n（一）公共财政拨款\t900',
      'year = 2026; reportingUnit = 清溪县教育局; unitHead = 刘志远; totalFunds = 1000; publicBudget = 900',
    ],
    ['income', '财政拨款900，其中基金100', 'publicBudget = 900; ? nested'],
    ['income', '财政占900，其他100', 'publicBudget = 900; otherFunds = 100'],
    [
      'income',
      '没有基金，专户100，其他200，剩下财政',
      'governmentFund = 0; specialAccountNonTax = 100; otherFunds = 200; publicBudget = 700',
    ],
    ['totalFunds', '总额改成1000元', '? ambiguous-unit'],
    [
      'tasks',
      '任务名称\t主要内容\t金额合计\t财政拨款\t其他资金\n校舍维修\t维修3处\t900\t880\t20\n合计\t\t900\t880\t20',
      'tasks + 校舍维修｜维修3处｜total 900｜fiscalFunds 880｜otherFunds 20; Σ total 900; Σ fiscalFunds 880; Σ otherFunds 20',
    ],
    [
      'tasks',
      '任务名称\t具体内容\t本年预算\t财政拨款\n农村饮水\t建3处\t300\t280',
      'tasks + 农村饮水｜建3处｜total 300｜fiscalFunds 280',
    ],
    [
      'tasks',
      '任务名称\t主要内容\t总额\t财政拨款\t其中：一般公共预算\t政府性基金\t其他资金\n农村饮水\t建3处\t300\t250\t200\t50\t50',
      'tasks + 农村饮水｜建3处｜total 300｜fiscalFunds 250｜otherFunds 50',
    ],
    [
      'tasks',
      '农村饮水，建3处，300万，财政280万，其他20万\n合计：300万，财政280万，其他20万',
      'tasks + 农村饮水｜建3处｜total 300｜fiscalFunds 280｜otherFunds 20; Σ total 300',
    ],
    [
      'tasks',
      '1. 农村饮水，建水厂，300，280，20\n2. 水库加固，加固12座，200，200，0\n合计 500 480 20',
      'tasks + 农村饮水｜建水厂｜total 300｜fiscalFunds 280｜otherFunds 20 + 水库加固｜加固12座｜total 200｜fiscalFunds 200｜otherFunds 0; Σ total 500',
    ],
    [
      'tasks',
      '农村饮水\n建水厂\n300万\n财政250，其他50',
      'tasks + 农村饮水｜建水厂｜total 300｜fiscalFunds 250｜otherFunds 50',
    ],
    ['tasks', '培训，每期5000元，共4期，2万元', 'tasks + 培训｜每期5000元，共4期｜total 2'],
    [
      'tasks',
      'IT upgrade, EMR level 5, 300.66, public 120, other 180.66',
      'tasks + IT upgrade｜EMR level 5｜total 300.66｜fiscalFunds 120｜otherFunds 180.66',
    ],
  ])('%s: %j is %s', (asked, said, expected) => {
    expect(readInShort(TOTAL_ONLY, asked, said)).toBe(expected);
  });
});

describe('words of the total in passing', () => {
  test.each<Case>([
    [
      'totalFunds',
      '今年局里一共48632.57万，财政45120.3万，政府性基金1200万，专户的2112.27，其他资金200万',
      'totalFunds = 48632.57; publicBudget = 45120.3; governmentFund = 1200; specialAccountNonTax = 2112.27; otherFunds = 200',
    ],
    [
      'totalFunds',
      '总的31258.46，财政给2856.32，剩下都是其他，基本24315.80剩下项目',
      'totalFunds = 31258.46; publicBudget = 2856.32; basicExpenditure = 24315.80; governmentFund = 0; specialAccountNonTax = 0; otherFunds = 28402.14; projectExpenditure = 6942.66',
    ],
    ['totalFunds', '应该是48632.57吧', 'totalFunds = 48632.57'],
    ['totalFunds', '全年预算48632.57万元', 'totalFunds = 48632.57'],
    [
      'totalFunds',
      '48632.57万 财政45120.30 基金1200 专户非税2112.27 其他200',
      'totalFunds = 48632.57; publicBudget = 45120.30; governmentFund = 1200; specialAccountNonTax = 2112.27; otherFunds = 200',
    ],
    ['reportingUnit', '那坡县水利局', 'reportingUnit = 那坡县水利局'],
    ['reportingUnit', '某县水利局。', 'reportingUnit = 某县水利局'],
  ])('%s: %j is %s', (asked, said, expected) => {
    expect(readInShort(EMPTY, asked, said)).toBe(expected);
  });
});

describe('content that sounds like a change', () => {
  test.each<Case>([
    ['duties', '指导水库由乡镇代管改为县级直管', 'duties + 指导水库由乡镇代管改为县级直管'],
    ['duties', '取消证明事项', 'duties + 取消证明事项'],
    ['duties', '不要求群众重复提交证明', 'duties + 不要求群众重复提交证明'],
    ['duties', '最后一项改革任务', 'duties + 最后一项改革任务'],
    ['duties', '再减30项证明事项', 'duties + 再减30项证明事项'],
    ['duties', '信访不是小事，是民生大事', 'duties + 信访不是小事，是民生大事'],
    ['duties', '对了解到的问题线索及时移交', 'duties + 对了解到的问题线索及时移交'],
    ['goals', '审计查错是手段，纠弊是目的', 'goals + 审计查错是手段，纠弊是目的'],
    ['goals', '第一条河长制工作', 'goals + 第一条河长制工作'],
    [
      'goals',
      '目标1：保障全县86所正常运转，义务教育巩固率达到96%以上；',
      'goals + 目标1：保障全县86所正常运转，义务教育巩固率达到96%以上；',
    ],
    [
      'tasks',
      '将5公里土路改为水泥路，200万，财政',
      'tasks + 将5公里土路改为水泥路｜total 200｜otherFunds 0｜fiscalFunds 200',
    ],
    [
      'indicators.quantity',
      '取消证明事项20项',
      'indicators.quantity + 取消证明事项｜targetValue 20项',
    ],
    ['indicators.quantity', '培训2-3次', 'indicators.quantity + 培训｜targetValue 2-3次'],
    ['indicators.quantity', '检查约50次', 'indicators.quantity + 检查｜targetValue 约50次'],
    [
      'indicators.quantity',
      '时限是2026年12月底前全部完成',
      'indicators.quantity + 时限｜targetValue 2026年12月底前全部完成',
    ],
    ['duties', '给我看看现在的职责', '? edit-unclear'],
    ['duties', '等一下', '? edit-unclear'],
    ['duties', '导出来看看', '? edit-unclear'],
  ])('%s: %j is %s', (asked, said, expected) => {
    expect(readInShort(BASE, asked, said)).toBe(expected);
  });
});

describe('one line by its number or its name', () => {
  test.each<Case>([
    [
      'tasks',
      '两条都改成财政',
      'tasks 1: otherFunds 0, fiscalFunds 90; tasks 2: otherFunds 0, fiscalFunds 50',
    ],
    ['tasks', '两条都删了', 'remove 1,2'],
    ['tasks', '三条都删了', '? edit-unclear'],
    ['tasks', '第1条，280，260，20', '? edit-unclear'],
    [
      'tasks',
      '第2条：水库加固，加固8座，60，50，10',
      'tasks 2: name 水库加固, content 加固8座, total 60, fiscalFunds 50, otherFunds 10',
    ],
    ['tasks', '普法财政80，其他10', 'tasks 1: fiscalFunds 80, otherFunds 10'],
    ['tasks', '普法，总额95', 'tasks 1: total 95'],
    ['tasks', '第2条内容改成加固8座，总额改成60', 'tasks 2: content 加固8座; tasks 2: total 60'],
    ['tasks', '修改普法', 'command edit-line'],
    ['tasks', '把普法删了', 'remove 1'],
    ['tasks', '其余100万', '? edit-unclear'],
  ])('%s: %j is %s', (asked, said, expected) => {
    expect(readInShort(TWO_TASKS, asked, said)).toBe(expected);
  });
});

describe('names are not cut', () => {
  test.each<Case>([
    ['reportingUnit', '填报单位：共青团衡阳市委', 'reportingUnit = 共青团衡阳市委'],
    ['reportingUnit', '单位：计量检测所', 'reportingUnit = 计量检测所'],
    ['unitHead', '单位负责人：计春华', 'unitHead = 计春华'],
    ['reportingUnit', '元阳县教育局', 'reportingUnit = 元阳县教育局'],
    ['reportingUnit', '我是北京市第101中学的', 'reportingUnit = 北京市第101中学'],
    ['unitHead', '负责人古丽娜尔·艾合买提', 'unitHead = 古丽娜尔·艾合买提'],
  ])('%s: %j is %s', (asked, said, expected) => {
    expect(readInShort(EMPTY, asked, said)).toBe(expected);
  });
});

describe('tables nobody can be sure of', () => {
  test.each<Case>([
    ['tasks', '项目名称\t2026年预算\t2027年预算\n普法\t80\t90', '? columns'],
    [
      'totalFunds',
      '项目\t上年预算\t本年预算\n资金总额\t900\t1000\n公共财政拨款\t800\t900',
      '? columns',
    ],
    [
      'totalFunds',
      '收入\t金额\t支出\t金额\n公共财政拨款\t900\t基本支出\t700\n其他资金\t100\t项目支出\t300',
      '? columns',
    ],
    [
      'indicators.quantity',
      '三级指标\t指标性质\t指标值\t计量单位\n培训人数\t≥\t100\t人',
      'indicators.quantity + 培训人数｜targetValue ≥100人',
    ],
    [
      'indicators.quantity',
      '三级指标\t指标方向\t指标值\t度量单位\n培训人数\t正向\t100\t人',
      'indicators.quantity + 培训人数｜targetValue 100人',
    ],
  ])('%s: %j is %s', (asked, said, expected) => {
    expect(readInShort(TWO_TASKS, asked, said)).toBe(expected);
  });
});

describe('what stays the same, and what goes for several lines', () => {
  test.each<Case>([
    ['tasks', '第1条改成八五普法，其他不变', 'tasks 1: name 八五普法'],
    ['tasks', '第1条内容改成宣讲，金额不变', 'tasks 1: content 宣讲'],
    ['tasks', '第1、2条财政都减5', 'tasks 1: fiscalFunds 85; tasks 2: fiscalFunds 40'],
    ['tasks', '第1条跟第2条的总额都是75', '? edit-unclear'],
    ['tasks', '第1条总额900000', '? ambiguous-unit'],
    ['tasks', '不是90，是95', '? edit-unclear'],
    ['tasks', '总额多写了10万', '? edit-unclear'],
    [
      'indicators.quantity',
      '培训：10期（线上5期，线下5期）',
      'indicators.quantity + 培训｜targetValue 10期（线上5期，线下5期）',
    ],
    [
      'indicators.quantity',
      '培训人数（含线上100人，线下50人）≥150人',
      'indicators.quantity + 培训人数（含线上100人，线下50人）｜targetValue ≥150人',
    ],
    [
      'goals',
      '1、保管\n2、利用\n注：以上据三定方案',
      'goals + 保管 + 利用; note 注：以上据三定方案',
    ],
  ])('%s: %j is %s', (asked, said, expected) => {
    expect(readInShort(TWO_TASKS, asked, said)).toBe(expected);
  });
});

describe('numbers within lines', () => {
  test.each<Case>([
    [
      'goals',
      '1.推进农村公路\n2.5万亩农田建设\n3.培训100人',
      'goals + 推进农村公路 + 5万亩农田建设 + 培训100人',
    ],
    [
      'goals',
      '1.建设水厂\n2.12个乡镇覆盖\n3.培训100人',
      'goals + 建设水厂 + 12个乡镇覆盖 + 培训100人',
    ],
    ['tasks', '伙食补助每人每天15元，10万', 'tasks + 伙食补助每人每天15元｜total 10'],
    ['tasks', '电费，1.2元/度，10万度，12万元', 'tasks + 电费｜1.2元/度，10万度｜total 12'],
    [
      'tasks',
      '普法，宣传，90万，全部财政',
      'tasks + 普法｜宣传｜total 90｜otherFunds 0｜fiscalFunds 90',
    ],
  ])('%s: %j is %s', (asked, said, expected) => {
    expect(readInShort(BASE, asked, said)).toBe(expected);
  });
});
