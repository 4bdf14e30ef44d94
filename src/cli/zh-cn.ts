import type { Severity } from '../domain/finding.js';

/** What the commands say in Chinese. */
export const zhCn = {
  faults: {
    'in-use': '数据文件正被另一个申报助手使用，请先关掉那一个。',
    damaged: '数据文件不完整或已损坏，什么都没有改。请用备份恢复后再启动。',
    'not-opened': '数据文件打不开，请检查文件夹的权限和磁盘。',
  },
  commands: `申报助手 shenbao

  shenbao serve                                         在浏览器里填：给出一个网址
  shenbao chat                                          在终端里对话
  shenbao check FILE [--last-year FILE2] [--json]       核对一份申报，可与去年的对照；有错误时退出码为 1
  shenbao convert IN OUT                                转成 .docx .xlsx .pdf .png .html 或 .json
  shenbao read --step ID "text"                         一句话怎么理解，以 JSON 给出
  shenbao replay TRANSCRIPT [--out DIR]                 重放一段对话；回复与预期不符时退出码为 1
  shenbao doctor                                        检查设置和各渠道，一行一项；有问题时退出码为 1
  shenbao schema [--profile]                            申报表或地区配置的 JSON Schema
`,
  entrance: (address: string) => `\n申报助手已启动，请用浏览器打开：\n\n  ${address}\n`,
  anotherEntrance: '这个地址只能打开一次；要再打开一个浏览器，请按回车键换一个新的。Ctrl+C 停止。',
  incomplete: (title: string, missing: string) =>
    `${title} 没有启用：还缺 ${missing}。填好后重新启动；设置说明见 README 和 .env.example。`,
  node: (version: string) => `Node ${version}`,
  folder: (path: string) => `数据文件夹 ${path}：可以读写`,
  folderNot: (path: string, reason: string) =>
    `数据文件夹 ${path}：不能读写（${reason}）。请检查权限，或用 SHENBAO_DATA 另指一个`,
  formAndFonts: (profile: string) => `表样 ${profile}：可以生成 PDF`,
  fontsNot: (reason: string) =>
    `PDF 和图片：出不了（${reason}）。Word 和 Excel 不受影响；要用请安装缺的部件，或用 SHENBAO_FONTS 指定字体`,
  formNot: (reason: string) => `表样：用不了（${reason}）。请检查 SHENBAO_PROFILE`,
  off: (title: string) => `${title}：没有设置，不启用`,
  connected: (title: string) => `${title} 已连接。`,
  notConnected: (title: string, reason: string) =>
    `${title} 没有连上（${reason}）。改好设置后请重新启动；可以先运行 shenbao doctor 查原因。`,
  notConnectedYet: (title: string, reason: string) =>
    `${title} 暂时连不上（${reason}），会自动重试；网页照常可用。`,
  misused: (what: string, usage: string) => `${what}\n用法：${usage}`,
  oneArgument: '这个命令要写一个文件名或一段话',
  twoArguments: '这个命令要写两个文件名',
  noArgument: '这个命令后面只能写选项',
  notFound: (path: string) => `找不到 ${path}，请检查文件名和文件夹`,
  unreadable: (path: string, reason: string) => `${path} 读不出来：${reason}`,
  unwritable: (path: string, reason: string) => `${path} 写不进去：${reason}`,
  noForm: (path: string) => `${path} 不是一份申报表：没有找到它的标题和栏目`,
  noFormat: (path: string, known: string) => `${path} 的格式写不了；可以写成：${known}`,
  unplaced: (places: readonly string[]) => `没有收的：${places.join('、')}`,
  unread: (places: readonly string[]) => `没看懂的金额：${places.join('、')}`,
  quoted: (words: string, at: string) => `“${words}”（${at}）`,
  noDeclaration: (path: string, problems: readonly string[]) =>
    `${path} 不是一份申报表\n${problems.join('\n')}`,
  wholeFile: '（整个文件）',
  noProfile: (path: string, name: string, shipped: string) =>
    `${path} 用的地区配置（profile）“${name}”这里没有。自带的有：${shipped}；其他的请用 SHENBAO_PROFILE 指定文件`,
  counts: ({ error, warning, hint }: Readonly<Record<Severity, number>>) =>
    `${error} 个错误，${warning} 个警告，${hint} 个提示`,
  stepNeeded: (known: string) => `请用 --step 写明这句话回答的是哪一步；有的是：${known}`,
  unknownStep: (id: string, known: string) => `没有“${id}”这一步；有的是：${known}`,
  missed: (place: string, expected: string, got: string) =>
    `✗ ${place}\n  应有：${expected}\n  实际：${got}`,
  played: (messages: number, files: number, missed: number) =>
    `${messages} 条消息，${files} 个文件，${missed === 0 ? '与预期一致' : `${missed} 处与预期不符`}`,
};
