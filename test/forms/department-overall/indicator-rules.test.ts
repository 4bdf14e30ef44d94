import { describe, expect, test } from 'vitest';
import type { Finding, Severity } from '../../../src/domain/finding.js';
import { type Answers, applyChange, cellOf, rowsOf } from '../../../src/forms/answers.js';
import { departmentOverall } from '../../../src/forms/department-overall/form.js';
import { read } from '../../../src/reading/read.js';
import { answer } from '../../support/answers.js';
import { talk } from '../../support/talk.js';

const form = departmentOverall();

/** 二级指标, 三级指标 and 指标值. */
type Line = readonly [level2: string, name: string, targetValue: string];

function taken(...lines: readonly Line[]): Answers {
  const indicators = lines.map(([level2, name, targetValue]) => ({ level2, name, targetValue }));
  const intake = form.intake({ year: '2026', funds: { total: '500' }, indicators });
  if (!intake.ok || intake.remarks.strays?.length) throw new Error(JSON.stringify(intake));
  return intake.answers;
}

function found(rule: string, answers: Answers): readonly Finding[] {
  return form.check(answers).filter((finding) => finding.rule === rule);
}

function severities(rule: string, ...lines: readonly Line[]): readonly Severity[] {
  return found(rule, taken(...lines)).map(({ severity }) => severity);
}

/** Lines that break a rule, each alone. */
const BREAKING: readonly (readonly [string, Severity, Line])[] = [
  ['I01', 'warning', ['质量指标', '资金使用', '合规']],
  ['I01', 'warning', ['数量指标', '公开招聘人员', '根据编制情况确定']],
  ['I01', 'warning', ['质量指标', '经费合规性', '严格执行国家要求，不超额使用']],
  ['I01', 'warning', ['质量指标', '服务水平', '较上年提升']],
  ['I02', 'warning', ['数量指标', '培训教师人数', '1200']],
  ['I02', 'warning', ['数量指标', '改造危桥', '≥5']],
  ['I02', 'warning', ['成本指标', '项目总成本', '250万']],
  ['I03', 'hint', ['质量指标', '学生体质健康合格率', '98%']],
  ['I03', 'hint', ['质量指标', '机关参与情况', '参与度80%']],
  ['I03', 'hint', ['质量指标', '著录差错率', '0.3%']],
  ['I04', 'warning', ['时效指标', '资金拨付', '按进度拨付']],
  ['I04', 'warning', ['时效指标', '危桥改造完成率', '100%']],
  ['I04', 'hint', ['时效指标', '工程完工及时率', '100%']],
  ['I05', 'warning', ['成本指标', '公用经费', '厉行节约']],
  ['I05', 'hint', ['成本指标', '各项支出', '不超当年度预算']],
  ['I05', 'hint', ['成本指标', '项目总成本', '120万元']],
  ['I05', 'hint', ['成本指标', '控制在预算成本内', '250万']],
  ['I06', 'hint', ['满意度指标', '群众满意度', '100%']],
  ['I06', 'hint', ['满意度指标', '群众满意度（%）', '100']],
  ['I06', 'warning', ['满意度指标', '服务对象满意度', '满意']],
  ['I07', 'hint', ['满意度指标', '上级主管部门及市委满意度', '≥95%']],
  ['I07', 'hint', ['满意度指标', '本单位职工满意度', '≥95%']],
  ['I08', 'warning', ['数量指标', '家庭医生签约率', '≥75%']],
  ['I08', 'warning', ['数量指标', '农村饮水安全覆盖率（%）', '≥95']],
  ['I09', 'warning', ['生态效益指标', '营商环境', '持续优化']],
  ['I09', 'warning', ['生态效益指标', '对社会生态的促进作用', '改变了本地政治生态']],
  ['I10', 'warning', ['社会效益指标', '市民对空气质量改善的满意程度', '≥85%']],
  ['I10', 'warning', ['可持续影响指标', '公共服务水平', '群众满意']],
  ['I11', 'hint', ['数量指标', '社区矫正信息化定位率达到', '98%以上']],
  ['I11', 'hint', ['数量指标', '完成行政复议案件', '80件']],
  ['I11', 'hint', ['可持续影响指标', '法治意识加强，社会持续稳定', '长期']],
  ['I13', 'warning', ['数量指标', '工作完成情况', '100件']],
  ['I13', 'warning', ['质量指标', '质量指标', '优']],
  ['I13', 'warning', ['时效指标', '时效', '12月底前']],
  ['I15', 'hint', ['时效指标', '服务周期', '2023.07-2024.01']],
  ['I15', 'hint', ['数量指标', '培训', '2*3次']],
  ['I16', 'warning', ['质量指标', '投诉率', '≥5%']],
  ['I16', 'warning', ['质量指标', '责任事故起数（起）', '不低于3']],
  ['I17', 'error', ['质量指标', '教师培训合格率', '≥298%']],
  ['I17', 'error', ['满意度指标', '读者满意度', '120%']],
  ['I17', 'warning', ['质量指标', '床位使用率', '105%']],
  ['I18', 'warning', ['数量指标', '参加普法考试的机关人数', '80%']],
  ['I18', 'warning', ['社会效益指标', '接待读者人次', '≥95%']],
  ['I19', 'hint', ['社会效益指标', '社会稳定', '维护社会公平正义，'.repeat(7)]],
  ['I20', 'warning', ['质量指标', '服务质量', '进一步提高']],
  ['I20', 'warning', ['成本指标', '公用经费', '合理可控']],
  ['I20', 'hint', ['社会效益指标', '群众出行条件', '显著改善']],
];

/** Lines of real kinds of units that come near a rule and keep it. */
const KEEPING: readonly (readonly [string, Line])[] = [
  ['I01', ['质量指标', '工程质量', '验收合格']],
  ['I01', ['质量指标', '安全生产事故', '无']],
  ['I01', ['质量指标', '出厂水水质', '达到国家饮用水标准']],
  ['I01', ['质量指标', '河流断面水质', '达到Ⅲ类']],
  ['I01', ['质量指标', '公共图书馆评估定级', '国家一级']],
  ['I01', ['质量指标', '农产品抽检合格率', '稳定在98%以上']],
  ['I01', ['质量指标', '公文处理准确率', '百分之百']],
  ['I01', ['数量指标', '村（社区）覆盖', '全覆盖']],
  ['I01', ['数量指标', '安全检查', '每季度不少于1次']],
  ['I01', ['质量指标', '公共法律服务体系建设质量', '优']],
  ['I02', ['质量指标', '公路技术状况指数（PQI）', '≥85']],
  ['I02', ['数量指标', '培训教师人数（人）', '1200']],
  ['I02', ['质量指标', '重大安全责任事故', '0']],
  ['I02', ['数量指标', '高标准农田建设面积', '2万亩']],
  ['I03', ['质量指标', '学生体质健康合格率', '≥98%']],
  ['I03', ['质量指标', '公文处理准确率', '100%']],
  ['I03', ['成本指标', '三公经费', '较上年下降5%']],
  ['I03', ['生态效益指标', '单位能耗', '下降3%']],
  ['I03', ['质量指标', '医疗费用增长率', '5%']],
  ['I04', ['时效指标', '培训完成时间', '2026.03-2026.10']],
  ['I04', ['时效指标', '突发事件响应', '30分钟内']],
  ['I04', ['时效指标', '项目开工时间', '第一季度']],
  ['I04', ['时效指标', '水库除险加固', '主汛期前']],
  ['I04', ['时效指标', '校舍维修', '秋季开学前']],
  ['I04', ['时效指标', '信访件办结', '15个工作日']],
  ['I05', ['成本指标', '项目总成本', '≤120万元']],
  ['I05', ['成本指标', '法援案件补贴', '800元/件']],
  ['I05', ['成本指标', '生均公用经费', '1150元']],
  ['I05', ['成本指标', '低保补助标准', '680元']],
  ['I06', ['满意度指标', '群众满意度', '≥90%']],
  ['I06', ['满意度指标', '市民满意度', '九成以上']],
  ['I07', ['满意度指标', '本馆读者满意度', '≥95%']],
  ['I07', ['满意度指标', '参训领导干部满意度', '≥95%']],
  ['I07', ['满意度指标', '乡镇群众满意度', '≥95%']],
  ['I08', ['数量指标', '培训次数', '12次']],
  ['I08', ['质量指标', '家庭医生签约率', '≥75%']],
  ['I09', ['生态效益指标', '化肥施用量', '≤5000吨']],
  ['I09', ['生态效益指标', 'PM2.5平均浓度', '≤35微克/立方米']],
  ['I09', ['生态效益指标', '农村人居环境', '垃圾日产日清']],
  ['I09', ['生态效益指标', '节约纸张', '≥10%']],
  ['I10', ['满意度指标', '群众满意度', '≥90%']],
  ['I10', ['社会效益指标', '群众安全感', '≥95%']],
  ['I11', ['数量指标', '行政复议案件办结量', '80件']],
  ['I11', ['时效指标', '完成时间', '11月底前']],
  ['I11', ['数量指标', '完成投资额', '5亿元']],
  ['I11', ['时效指标', '保证金清退时间', '11月底前']],
  ['I11', ['成本指标', '办公用品、调研差旅、会议培训支出', '≤30万元']],
  ['I13', ['质量指标', '行政复议案件完成率', '100%']],
  ['I13', ['满意度指标', '服务对象满意度', '≥95%']],
  ['I15', ['时效指标', '服务周期', '2023年7月至2024年1月']],
  ['I16', ['质量指标', '投诉率', '≤5%']],
  ['I16', ['质量指标', '投诉处理率', '≥95%']],
  ['I16', ['质量指标', '闲置校舍利用率', '≥60%']],
  ['I16', ['质量指标', '污染防治率', '≥90%']],
  ['I17', ['质量指标', '高中毛入学率', '102%']],
  ['I17', ['质量指标', '税收完成率', '105%']],
  ['I17', ['经济效益指标', '投资回报率', '120%']],
  ['I17', ['质量指标', '合格率', '100%']],
  ['I18', ['数量指标', '参加普法考试的机关人数', '1200人']],
  ['I18', ['质量指标', '公路技术状况指数', '≥85%']],
  ['I19', ['社会效益指标', '社会稳定', '字'.repeat(60)]],
  ['I20', ['质量指标', '政策知晓率', '较上年提高3个百分点']],
  ['I20', ['社会效益指标', '群众法治意识', '较上年提升']],
  ['I20', ['可持续影响指标', '设施管护', '长期有效']],
];

describe('rules about one indicator', () => {
  test.each(BREAKING)('%s (%s) is broken by %j', (rule, severity, line) => {
    expect(severities(rule, line)).toEqual([severity]);
  });

  test.each(KEEPING)('%s is kept by %j', (rule, line) => {
    expect(severities(rule, line)).toEqual([]);
  });
});

describe('rules about indicators beside each other', () => {
  test('I12: a name may stand once under a second level, and again under another', () => {
    const twice: Line = ['数量指标', '培训', '2次'];
    expect(severities('I12', twice, twice)).toEqual(['warning']);
    expect(severities('I12', twice, ['质量指标', '培训', '优'])).toEqual([]);
  });

  test.each([
    ['seven in all', 7, 2, 'few'],
    ['forty-one in all', 41, 41, 'many'],
    ['one of quantity', 8, 1, 'quantity'],
  ])('I14: %s is hinted at', (_, all, quantities, what) => {
    const [hint] = found('I14', taken(...linesOf(all, quantities)));
    expect(hint?.severity).toBe('hint');
    expect(hint?.params['what']).toBe(what === 'few' ? 'all' : what);
  });

  test.each([
    [8, 2],
    [40, 40],
  ])('I14: %d indicators, %d of them of quantity, are right', (all, quantities) => {
    expect(found('I14', taken(...linesOf(all, quantities)))).toEqual([]);
  });
});

function linesOf(all: number, quantities: number): readonly Line[] {
  return Array.from({ length: all }, (_, at) => [
    at < quantities ? '数量指标' : '质量指标',
    `工作${at}`,
    '2次',
  ]);
}

/** The answers after what `words` say to cells of lines, wherever the person is. */
function changedBy(answers: Answers, words: string): Answers {
  const reading = read({ form, answers, today: '2026-11-23' }, words);
  const facts = reading.type === 'facts' ? reading.facts : [];
  return facts.reduce((state, fact) => {
    if (fact.type !== 'cells') throw new Error(`${words}: ${JSON.stringify(fact)}`);
    const row = rowsOf(state, fact.step)[fact.row]?.id ?? '';
    return Object.entries(fact.cells).reduce(
      (each, [column, cell]) =>
        applyChange(each, {
          type: 'cell',
          step: fact.step,
          row,
          column,
          after: answer(cell?.value ?? null),
        }),
      state,
    );
  }, answers);
}

describe('the change a finding offers', () => {
  const offering = BREAKING.filter(([rule, , line]) => found(rule, taken(line))[0]?.change);

  test('is there for the rules that know better', () => {
    expect([...new Set(offering.map(([rule]) => rule))]).toEqual([
      'I02',
      'I03',
      'I05',
      'I11',
      'I15',
      'I16',
      'I17',
    ]);
  });

  test.each(offering)('%s (%s): said as it stands, settles %j', (rule, _, line) => {
    const answers = taken(
      ['数量指标', '前面的一条', '2次'],
      ['质量指标', '前面的一条', '优'],
      line,
    );
    const [finding] = found(rule, answers);
    const changed = changedBy(answers, finding?.change ?? '');
    expect(changed).not.toEqual(answers);
    expect(found(rule, changed)).toEqual([]);
  });

  test.each<[Line, string]>([
    [['数量指标', '培训教师人数', '1200以上'], '1200人以上'],
    [['质量指标', '机关参与情况', '参与度80%'], '参与度≥80%'],
    [['时效指标', '服务周期', '2023.07-2024.01'], '2023年7月至2024年1月'],
    [['时效指标', '完成时间', '2026-11-30前'], '2026年11月30日前'],
    [['成本指标', '控制在预算成本内', '250万'], '250万元'],
    [['质量指标', '学法考法通过率达到', '≥98%'], '学法考法通过率'],
  ])('of %j is %s', (line, better) => {
    const changed = changedBy(
      taken(line),
      form.check(taken(line)).find(({ change }) => change)?.change ?? '',
    );
    const cells = Object.values(changed.rows).flatMap((rows) =>
      rows.flatMap((row) => [cellOf(row, 'name'), cellOf(row, 'targetValue')]),
    );
    expect(cells).toContain(better);
  });

  test('settles it in a conversation', async () => {
    const line: Line = ['数量指标', '培训教师人数', '1200'];
    const [finding] = found('I02', taken(line));
    const { say } = await talk();
    await say('修改 数量指标');
    await say('培训教师人数，1200');
    expect(await say('核对')).toContain('缺单位');
    expect(await say(finding?.change ?? '')).toContain('1200人');
    expect(await say('核对')).not.toContain('缺单位');
  });

  test('A03: of a total that both sides agree on is that total', async () => {
    const intake = form.intake({
      funds: { income: { publicBudget: '92', otherFunds: '8' }, expenditure: { basic: '100' } },
    });
    const [finding] = intake.ok ? found('A03', intake.answers) : [];
    const { say } = await talk();
    await say('公共财政拨款92，其他资金8');
    await say('基本支出100');
    expect(await say('核对')).toContain('资金总额没填');
    expect(await say(finding?.change ?? '')).toContain('资金总额 100 万元');
    expect(await say('核对')).not.toContain('资金总额没填');
  });
});
