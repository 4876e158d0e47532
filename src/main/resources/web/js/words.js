import { recall, remember } from './storage.js';
import { surface } from './surface.js';

/** Everything the page itself says, in each of its languages. `{name}` is filled in. */
const WORDS = {
  en: {
    locale: 'en-GB',
    name: 'Sales Consultant',
    newQuestion: 'New question',
    showRail: 'Show conversations', hideRail: 'Hide conversations', conversations: 'Conversations',
    noConversations: 'Your questions will be listed here.',
    today: 'Today', yesterday: 'Yesterday', week: 'Last 7 days', earlier: 'Earlier',
    appearance: 'Appearance', light: 'Light', dark: 'Dark', auto: 'As the system',
    language: 'Language', signOut: 'Sign out',
    roles: {admin: 'Administrator', manager: 'Manager', rep: 'Sales rep', service: 'Service'}, repScope: 'Sees the accounts of {rep}',
    greeting: 'What would you like to know about {company}?',
    unnamed: 'your company',
    loaded: '{lines} order lines, {from} – {to}',
    groups: {numbers: 'Numbers', forecast: 'Forecast', customers: 'Customers', products: 'Products', voice: 'Policies and feedback', actions: 'What to do'},
    examples: 'Questions to begin with',
    sampleNotice: 'This is a sample company, so that you can try things out. Your own data takes its place:',
    sampleShort: 'Sample company',
    nothingTitle: 'Nothing has been imported yet',
    nothingText: 'Bring in an export of your order lines (CSV, plain or gzipped). Columns are recognised by themselves, and a report says what was read, kept and rejected.',
    nothingNext: 'Then reload this page.', reload: 'Reload',
    importCommand: 'mvn -q compile exec:exec -Dargs="import orders.csv"',
    ask: 'Ask a question', askLabel: 'Your question', send: 'Ask', stop: 'Stop (Esc)',
    hint: 'Enter asks · Shift + Enter breaks the line · Up recalls', tooLong: '{over} characters too many',
    working: 'Reading the question', stopped: 'You stopped this answer. It is still being finished and will stand in the conversation.',
    brokenOff: 'The connection broke off before the answer was complete.', askAgain: 'Ask again',
    offlineTitle: 'The server cannot be reached', offlineText: 'Check that it is still running. Your question is kept.', retry: 'Try again',
    signedOutTitle: 'You are not signed in',
    signedOutText: 'Open the sign-in link that the server printed in its terminal. Each link works once; for another, stop the server and start it again, or ask whoever runs it for:',
    linkUsedTitle: 'This sign-in link no longer works',
    linkUsedText: 'Each link works once and for a day. For another, stop the server and start it again, or ask whoever runs it for:',
    keyCommand: 'keys add YOUR-NAME --role manager',
    gone: 'That conversation is not there any more.',
    denied: 'Not allowed with your key', empty: 'No rows match', out_of_scope: 'Not in this data', failed: 'That failed',
    showAll: 'Show all {rows} rows', showFewer: 'Show fewer rows', shownOf: 'The first {shown} of {rows} rows; the CSV has all of them.',
    sortBy: 'Sort by {column}', table: 'Table: {title}', none: '–',
    howMade: 'How this was made', metrics: 'Definitions', period: 'Period', filters: 'Only', dataAsOf: 'Data as of', rowsRead: 'Rows read',
    rowsReadOn: '{rows} ({engine})', model: 'Model', trained: 'Learnt from', error: 'Tested', tool: 'Tool', sql: 'SQL', steps: 'Steps',
    copy: 'Copy', copied: 'Copied', csv: 'CSV', png: 'PNG', csvOf: 'Download the table as CSV', pngOf: 'Save the chart as a picture',
    right: 'This is right', wrong: 'This is wrong', whatWrong: 'What is wrong? (optional)', sendReason: 'Send', thanks: 'Thank you, noted.',
    next: 'Ask next', answered: 'Answered in {seconds} s', embedded: 'without a language model', llm: 'worded by a language model',
    up: '{change} up from {before}', downFrom: '{change} down from {before}', same: 'unchanged from {before}', was: 'before: {before}',
    chartOf: {line: 'Line chart', bar: 'Bar chart', stacked: 'Stacked bar chart', scatter: 'Scatter chart', band: 'Forecast chart'},
    chartRange: '{kind}: {title}. {series} between {low} and {high}. The table below has the figures.',
    chartFirst: 'Drawn: the first {shown} of {rows}.', likely: 'likely range', others: 'Others',
    launch: 'Ask', larger: 'Larger', link: 'Copy a link to this answer',
    sessionEndedTitle: 'Your session has ended', sessionEndedText: 'Reload this page to go on asking. If that does not help, tell whoever runs this site.',
    close: 'Close', skip: 'Skip to the question', you: 'You asked',
  },
  zh: {
    locale: 'zh-CN',
    name: '销售顾问',
    newQuestion: '新问题',
    showRail: '显示对话列表', hideRail: '隐藏对话列表', conversations: '对话',
    noConversations: '您问过的问题会列在这里。',
    today: '今天', yesterday: '昨天', week: '近 7 天', earlier: '更早',
    appearance: '外观', light: '浅色', dark: '深色', auto: '跟随系统',
    language: '语言', signOut: '退出登录',
    roles: {admin: '管理员', manager: '经理', rep: '销售代表', service: '客服'}, repScope: '仅限 {rep} 的客户',
    greeting: '想了解{company}的什么情况？',
    unnamed: '贵公司',
    loaded: '{lines} 条订单行，{from} 至 {to}',
    groups: {numbers: '经营数据', forecast: '预测', customers: '客户', products: '产品', voice: '政策与反馈', actions: '下一步'},
    examples: '可以这样问',
    sampleNotice: '现在看到的是一家示例公司，供您试用。导入自己的数据后，它会自动让位：',
    sampleShort: '示例公司',
    nothingTitle: '尚未导入任何数据',
    nothingText: '请导入订单明细（CSV，可用 gzip 压缩）。系统会自动识别各列，并报告读取、保留和拒收的行数。',
    nothingNext: '导入后刷新本页即可。', reload: '刷新',
    importCommand: 'mvn -q compile exec:exec -Dargs="import orders.csv"',
    ask: '请输入问题', askLabel: '您的问题', send: '提问', stop: '停止（Esc）',
    hint: 'Enter 发送 · Shift + Enter 换行 · ↑ 找回上一个问题', tooLong: '超出 {over} 个字符',
    working: '正在理解问题', stopped: '您已停止显示。答案仍在后台完成，稍后可在对话中查看。',
    brokenOff: '答案尚未完成，连接就中断了。', askAgain: '重新提问',
    offlineTitle: '无法连接服务器', offlineText: '请确认服务器仍在运行。您的问题已保留。', retry: '重试',
    signedOutTitle: '您尚未登录',
    signedOutText: '请打开服务器启动时在终端里显示的登录链接。每个链接只能使用一次；如需新链接，请重启服务器，或请管理员运行：',
    linkUsedTitle: '此登录链接已失效',
    linkUsedText: '每个链接只能使用一次，一天内有效。如需新链接，请重启服务器，或请管理员运行：',
    keyCommand: 'keys add 您的名字 --role manager',
    gone: '该对话已不存在。',
    denied: '您的权限不包含此项', empty: '没有符合条件的数据', out_of_scope: '数据中没有这方面内容', failed: '未能完成',
    showAll: '显示全部 {rows} 行', showFewer: '收起', shownOf: '仅显示 {rows} 行中的前 {shown} 行，完整数据见 CSV。',
    sortBy: '按{column}排序', table: '表格：{title}', none: '–',
    howMade: '计算依据', metrics: '指标定义', period: '期间', filters: '范围', dataAsOf: '数据截至', rowsRead: '读取行数',
    rowsReadOn: '{rows}（{engine}）', model: '模型', trained: '训练数据', error: '回测', tool: '工具', sql: 'SQL', steps: '步骤',
    copy: '复制', copied: '已复制', csv: 'CSV', png: 'PNG', csvOf: '下载表格（CSV）', pngOf: '将图表存为图片',
    right: '正确', wrong: '有误', whatWrong: '哪里不对？（可不填）', sendReason: '提交', thanks: '谢谢，已记录。',
    next: '接着问', answered: '用时 {seconds} 秒', embedded: '未使用语言模型', llm: '由语言模型撰写',
    up: '较此前的{before}增长{change}', downFrom: '较此前的{before}下降{change}', same: '与此前的{before}持平', was: '此前：{before}',
    chartOf: {line: '折线图', bar: '条形图', stacked: '堆叠柱形图', scatter: '散点图', band: '预测图'},
    chartRange: '{kind}：{title}。{series}介于{low}与{high}之间，具体数字见下方表格。',
    chartFirst: '图中为 {rows} 项中的前 {shown} 项。', likely: '可能区间', others: '其他',
    launch: '提问', larger: '放大', link: '复制此答案的链接',
    sessionEndedTitle: '会话已结束', sessionEndedText: '请刷新本页后继续提问。如仍无法使用，请联系网站管理员。',
    close: '关闭', skip: '跳到提问框', you: '您的问题',
  },
};

const preferred = navigator.languages?.some(code => code.startsWith('zh'))
  && navigator.languages.find(code => code.startsWith('zh') || code.startsWith('en'))?.startsWith('zh') ? 'zh' : 'en';
let current = recall('language', preferred) === 'zh' ? 'zh' : 'en';

export const language = () => current;

export function setLanguage(code) {
  current = code;
  remember('language', code);
  surface.element.lang = code;
}

/** The words for a key, `roles.admin` for one inside a group. */
export function say(key, values = {}) {
  const words = key.split('.').reduce((group, name) => group?.[name], WORDS[current]) ?? key;
  return words.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
}
