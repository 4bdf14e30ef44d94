import type { Paper } from '../../src/app/ports.js';
import type { Answers } from '../../src/forms/answers.js';
import { departmentOverall } from '../../src/forms/department-overall/form.js';
import { answers } from './answers.js';
import { asDocument, HENGYANG } from './fixtures.js';

const form = departmentOverall();

/** A form's answers as they are given to every writer. */
export function paperOf(filled: Answers, options: { readonly draft?: boolean } = {}): Paper {
  return {
    sheet: form.layout(filled, { draft: options.draft ?? false }),
    declaration: form.document(filled),
    at: Date.UTC(2026, 10, 24),
  };
}

/** The published form. Its duties carry their numbers; the form numbers them itself. */
export function sampleAnswers(): Answers {
  const intake = form.intake({
    ...(asDocument(HENGYANG) as Record<string, unknown>),
    duties: HENGYANG.duties.map((duty) => duty.replace(/^\d+、/, '')),
  });
  if (!intake.ok) throw new Error(JSON.stringify(intake.problems));
  return intake.answers;
}

/** 120 tasks and 180 indicators. */
export function largeAnswers(): Answers {
  const tasks = Array.from({ length: 120 }, (_, at) => ({
    name: `第${at + 1}项任务`,
    content: `开展第${at + 1}项工作，覆盖全市各县市区`,
    total: `${at + 1}.5`,
    fiscalFunds: `${at + 1}`,
    otherFunds: '0.5',
  }));
  const indicators = Array.from({ length: 180 }, (_, at) => ({
    name: `第${at + 1}项指标`,
    targetValue: `≥${at + 1}件`,
  }));
  const basics = {
    year: '2026',
    reportingUnit: '衡阳市司法局',
    unitHead: '魏中发',
    totalFunds: '9999',
  };
  return answers(basics, {
    tasks,
    duties: [{ text: '承担全面依法治市重大问题的政策研究。' }],
    goals: [{ text: '推进公共法律服务体系建设。' }],
    'indicators.quantity': indicators,
  });
}

/** Texts that look like markup, formulas, numbers of lines and blanks, and that break lines. */
export function hostileAnswers(): Answers {
  const basics = {
    year: '2026',
    reportingUnit: '<b>甲&乙</b>局',
    unitHead: '欧阳·娜',
    totalFunds: '123456789.123456',
    publicBudget: '0',
    governmentFund: null,
    basicExpenditure: '792.70',
  };
  return answers(basics, {
    duties: [
      { text: '=HYPERLINK("http://a")' },
      { text: '第一行\n第二行' },
      { text: ']]></w:t></td><script>alert(1)</script>' },
    ],
    tasks: [
      { name: '=1+1', content: '#set text(red) $x^2$ \\ *粗* _斜_', total: '1', otherFunds: '0' },
      { name: '@SUM(A1)', content: '+86-10', total: '2.00', fiscalFunds: '2' },
      { name: '任务名称', content: '金额合计', total: '3' },
    ],
    goals: [{ text: '年度绩效指标' }, { text: '{{目标}} $x$ %s' }],
    'indicators.quantity': [
      {
        name: 'https://example.org/a/very/long/address/without/any/blank?q=1234567890',
        targetValue: "'≥3件",
      },
      { name: '"引号"，\'撇\'与䶮', targetValue: '<5' },
    ],
  });
}
