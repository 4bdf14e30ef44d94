/** Words that every unit's form is full of: sharing one says nothing. */
const COMMON =
  /开展|工作|活动|完成|举办|组织|专项|项目|情况|加强|推进|进行|负责|指导|监督|管理|实施|落实|保障|做好|相关|有关|其他|方面|各项|任务|年度|全[省市区县乡]|本[省市区县局]|单位|部门|机关|建设|体系|提高|提升|增强|促进|以及|等|使用|经费|资金|支出|服务|业务|能力|水平|质量|数量|目标|指标|规划|计划|重大|重点|国家|政府|政策|人员|人民|群众|社会|市政|县委|市委|研究|政治|改革|发展|作用|对于|达到|不断|深化|创新|全面|统筹|协调|承担|起草|拟订|编制|参与|人数|次数|件数|率|及时|按期|不超|预算/g;

/** What a text is about: its pairs of neighbouring characters, without the words of every form. */
export type Topics = ReadonlySet<string>;

export function topicsOf(...texts: readonly string[]): Topics {
  const pairs = new Set<string>();
  for (const piece of texts
    .join('|')
    .replace(COMMON, '|')
    .split(/[^\p{Script=Han}A-Za-z]+/u)) {
    for (let at = 0; at + 2 <= piece.length; at += 1) pairs.add(piece.slice(at, at + 2));
  }
  return pairs;
}

/** Whether two texts share a topic. A rough measure, for hints only. 〔推〕 */
export function relates(left: Topics, right: Topics): boolean {
  const [few, many] = left.size < right.size ? [left, right] : [right, left];
  for (const pair of few) if (many.has(pair)) return true;
  return false;
}
