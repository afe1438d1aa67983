import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { ALL_KINDS } from '../generated/report.js'
import { tool } from '../generated/tool.js'
import { displayWidth, wrap } from '../output/width.js'
import { EXIT } from './exit.js'
import { FORMATS } from './forms.js'
import { LINT_DEFAULTS, type LintOptions, lintCommand } from './lint-command.js'
import type { ReviewOptions } from './review/review-command.js'
import { tell } from './terminal.js'
import { explainUsage } from './usage.js'
import type { Written } from './written.js'

const TITLES: Record<string, string> = {
  'Usage:': '用法：',
  'Options:': '选项：',
  'Arguments:': '参数：',
  'Commands:': '命令：',
}

const WRITTEN: Written[] = ['md', 'docx', 'html', 'json']

function wholeNumber(value: string): number {
  const number = Number(value)
  if (!/^\d+$/.test(value) || !Number.isSafeInteger(number)) throw new InvalidArgumentError('应为不小于 0 的整数')
  return number
}

function megabytes(value: string): number {
  const number = Number(value)
  if (!/^\d+(?:\.\d+)?$/.test(value) || !(number > 0 && Number.isFinite(number)))
    throw new InvalidArgumentError('应为大于 0 的数（单位 MB）')
  return number
}

function reportYear(value: string): number {
  const number = Number(value)
  if (!/^\d{4}$/.test(value) || number < 1990 || number > 2100)
    throw new InvalidArgumentError('应为四位数的年份，如 2025')
  return number
}

function isoDate(value: string): string {
  const date = new Date(`${value}T00:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || Number.isNaN(date.getTime()) || !date.toISOString().startsWith(value))
    throw new InvalidArgumentError('应为日期，如 2026-03-05')
  return value
}

const kindOption = (): Option =>
  new Option(
    '--kind <类别>',
    '机关类别：government 政府、department 部门、township 乡镇街道（不写则自动判断）',
  ).choices(ALL_KINDS)
const schemaOption = (): Option => new Option('--schema <文件>', '本地补充要求（JSON Schema），叠加在内置要求之上')
const sizeOption = (): Option =>
  new Option('--max-size <MB>', '单个文件的大小上限').argParser(megabytes).default(LINT_DEFAULTS.maxSize)
const nameOption = (): Option =>
  new Option('--stdin-name <名称>', '标准输入的名称和格式，如 年报.txt（不写则看内容判断）')
const outOption = (what: string): Option => new Option('-o, --output <文件>', what)
const profileOption = (): Option =>
  new Option('--docx-profile <文件>', 'Word 的版式（YAML 或 JSON）；不写则按国标 GB/T 9704-2012')
const verboseOption = (): Option => new Option('--verbose', '显示没有算作正文的内容：网页的导航、页眉页脚、隐藏文字')
const configOption = (): Option =>
  new Option('--config <文件>', '配置文件；不写则从草稿所在目录逐级向上找 .fazhirc.json 或 .fazhirc.yaml').default(
    LINT_DEFAULTS.config,
    '自动查找',
  )
const noConfigOption = (): Option => new Option('--no-config', '不用任何配置文件')
const placeOption = (): Option => new Option('--place <省或市>', '当地另有时限的，写明省或市，如 安徽；多一条提示')
const jobsOption = (): Option =>
  new Option('--jobs <数量>', '同时使用的进程数，默认按文件多少和格式决定').argParser(wholeNumber)
/** Takes several files; commander sees that of Latin names alone. */
const fromOption = (): Option =>
  Object.assign(new Option('--from <文件...>', '汇总 lint --stdin-ndjson 的结果，不再读报告；- 表示标准输入'), {
    variadic: true,
  })
const forceOption = (): Option => new Option('--force', '允许覆盖已有的文件')

const examples = (...commands: string[]): string => `\n例子：\n${commands.map((each) => `  ${each}`).join('\n')}`

function createProgram(finish: (status: number) => void): Command {
  const program = new Command('fazhi')
    .description('检查、起草、转换、审核法治政府建设年度报告。全程离线，不联网，不上传。')
    .usage('<命令> [选项]')
    .version(`${tool.name} ${tool.version}`, '-V, --version', '显示版本')
    .helpOption('-h, --help', '显示帮助')
    .helpCommand('help [命令]', '显示某个命令的帮助')
    .configureHelp({
      styleTitle: (title) => TITLES[title] ?? title,
      displayWidth,
      boxWrap: (text, columns) => wrap(text, columns).join('\n'),
      optionDescription: (option) => describe(option),
      subcommandTerm: (command) => command.name(),
    })
    .configureOutput({ outputError: () => {} })
    .exitOverride()

  program
    .command('lint')
    .description('检查草稿：内容是否齐全，哪里有问题，依据是什么，怎样改')
    .usage('[选项] <文件、目录、通配符或 ->…')
    .argument('[文件...]', '.docx、.html、.md、.txt 等文件、目录、通配符；- 表示标准输入')
    .addOption(
      new Option(
        '-f, --format <格式>',
        '输出格式：pretty 给人看，html 是能打印的网页，json、ndjson 给程序用，sarif、junit、github 给持续集成用',
      )
        .choices([...FORMATS])
        .default(LINT_DEFAULTS.format),
    )
    .addOption(new Option('--fix', '把有唯一改法的问题直接改进 .txt 和 .md 文件'))
    .addOption(new Option('--fix-dry-run', '不改文件，只显示会改什么（unified diff）').conflicts('fix'))
    .addOption(new Option('--annotate <文件>', '另写一份加了批注的 Word 文档（.docx），每个问题一条批注，原稿不动'))
    .addOption(new Option('--force', '允许 --annotate 覆盖已有的文件'))
    .addOption(kindOption())
    .addOption(schemaOption())
    .addOption(configOption())
    .addOption(noConfigOption())
    .addOption(new Option('--report-waivers', '列出已说明、不再提示的问题'))
    .addOption(new Option('--max-warnings <数量>', '疑似超过这个数量时，退出状态为 1').argParser(wholeNumber))
    .addOption(new Option('-q, --quiet', '只显示错误（pretty 格式）'))
    .addOption(verboseOption())
    .addOption(nameOption())
    .addOption(
      new Option(
        '--stdin-ndjson',
        '由别的程序成批送来：标准输入每行一份草稿（JSON，写 path 文件或 text 正文，可带 id），标准输出每行一个结果，可以用 review --from 汇总',
      ).conflicts(['fix', 'fixDryRun', 'annotate', 'stdinName', 'format', 'reportWaivers', 'jobs', 'maxWarnings']),
    )
    .addOption(sizeOption())
    .addOption(jobsOption())
    .addHelpText('after', examples('fazhi lint 年报.docx', 'fazhi lint --format html 年报/ > 检查情况.html'))
    .action(async (paths: string[], options: LintOptions) => finish(await lintCommand(paths, options)))

  program
    .command('new')
    .description('生成空白报告：规定的各部分齐全，附填写说明和占位')
    .usage('[选项]')
    .addOption(new Option('--issuer <名称>', '发文机关全称，如 云溪县人民政府'))
    .addOption(new Option('--year <年份>', '报告年度').argParser(reportYear))
    .addOption(kindOption())
    .addOption(new Option('--data <文件>', '已有的材料（YAML 或 JSON）'))
    .addOption(new Option('--data-example', '显示材料文件的样例'))
    .addOption(schemaOption())
    .addOption(new Option('--template <文件>', '自己的 Handlebars 模板'))
    .addOption(outOption('写入文件，.docx 结尾则写成 Word 文档；不写则输出到屏幕'))
    .addOption(profileOption())
    .addOption(forceOption())
    .action(async (options) => {
      const { newCommand } = await import('./new-command.js')
      finish(await newCommand(options))
    })

  program
    .command('convert')
    .description('把草稿转换成 Markdown、Word 文档、网页或报告模型（JSON）')
    .usage('[选项] <文件…>')
    .argument('[文件...]', '.docx、.html、.md、.txt 等文件、目录、通配符；- 表示标准输入')
    .addOption(
      new Option(
        '--to <格式>',
        '目标格式：md、docx（Word，国标公文版式）、html（网页）、json（报告模型）；不写则看 -o 的扩展名，再不然为 md',
      ).choices(WRITTEN),
    )
    .addOption(kindOption())
    .addOption(schemaOption())
    .addOption(outOption('写入文件；多份时写目录，以 / 结尾'))
    .addOption(profileOption())
    .addOption(forceOption())
    .addOption(verboseOption())
    .addOption(nameOption())
    .addOption(sizeOption())
    .action(async (paths: string[], options) => {
      const { convertCommand } = await import('./convert-command.js')
      finish(await convertCommand(paths, options))
    })

  program
    .command('review')
    .description('审核文件夹里的全部报告，写出总表、总览、每个单位一份意见单和通报草稿')
    .usage('[选项] <文件夹…>')
    .argument('[文件夹...]', '收到的报告所在的文件夹，连同其中的子文件夹')
    .addOption(
      new Option('--roster <文件>', '应报单位的名册（.csv、.xlsx、.txt）；不写则用文件夹里的“名册.xlsx”或“名册.csv”'),
    )
    .addOption(new Option('--year <年份>', '报告年度；不写则看多数报告写的是哪一年').argParser(reportYear))
    .addOption(placeOption())
    .addOption(new Option('-o, --output <文件夹>', '结果写到哪个文件夹').default('审核结果'))
    .addOption(new Option('--previous <文件夹>', '上一次审核的结果：对照哪些问题已改、仍在、新增'))
    .addOption(fromOption())
    .addOption(new Option('--template <文件>', '自己的通报模板（Handlebars），不写则用内置的'))
    .addOption(new Option('--date <日期>', '意见单和通报上的日期，不写则为今天').argParser(isoDate))
    .addOption(schemaOption())
    .addOption(configOption())
    .addOption(noConfigOption())
    .addOption(new Option('--force', '允许写进不空的文件夹；只换 fazhi 自己写的、之后没有人改过的文件'))
    .addOption(sizeOption())
    .addOption(jobsOption())
    .addOption(new Option('--verbose', '显示每个阶段的用时，以及没有算作正文的内容'))
    .addHelpText(
      'after',
      examples(
        'fazhi review 收到的报告/ --roster 名册.xlsx -o 审核结果/',
        'fazhi review 收到的报告/ --roster 名册.xlsx -o 第二次/ --previous 审核结果/',
      ),
    )
    .action(async (folders: string[], options: ReviewOptions) => {
      const { reviewCommand } = await import('./review/review-command.js')
      finish(await reviewCommand(folders, options))
    })

  program
    .command('extract')
    .description('取出报告里的数：行政处罚、行政复议、调解纠纷等各多少，写成表格')
    .usage('[选项] <文件、目录、通配符或 ->…')
    .argument('[文件...]', '.docx、.html、.md、.txt 等文件、目录、通配符；- 表示标准输入')
    .addOption(
      new Option(
        '--to <格式>',
        '目标格式：csv（表格，Excel 能打开）、json（给程序用）；不写则看 -o 的扩展名，再不然为 csv',
      ).choices(['csv', 'json']),
    )
    .addOption(kindOption())
    .addOption(outOption('写入文件，不写则输出到屏幕'))
    .addOption(forceOption())
    .addOption(nameOption())
    .addOption(sizeOption())
    .addHelpText('after', examples('fazhi extract 年报/ -o 指标.csv'))
    .action(async (paths: string[], options) => {
      const { extractCommand } = await import('./extract-command.js')
      finish(await extractCommand(paths, options))
    })

  program
    .command('page')
    .description('写出网页版：一个文件，双击用浏览器打开，不装软件、不联网就能检查')
    .usage('[选项]')
    .addOption(outOption('写入文件，不写则为当前目录的 fazhi.html'))
    .addOption(new Option('--open', '用浏览器打开；没有写 -o 时打开程序自带的那一份'))
    .addOption(forceOption())
    .action(async (options) => {
      const { pageCommand } = await import('./page-command.js')
      finish(await pageCommand(options))
    })

  program
    .command('rules')
    .description('列出检查规则；写规则名则显示它的道理、依据和正误例子')
    .usage('[选项] [规则名]')
    .argument('[规则名]')
    .addOption(new Option('-f, --format <格式>', '输出格式').choices(['pretty', 'json']).default('pretty'))
    .addOption(kindOption())
    .addOption(schemaOption())
    .action(async (name: string | undefined, options) => {
      const { rulesCommand } = await import('./rules-command.js')
      finish(await rulesCommand(name, options))
    })
  return program
}

function describe(option: Option): string {
  const extras = [
    option.argChoices?.some((choice) => !option.description.includes(choice))
      ? `可选 ${option.argChoices?.join('、')}`
      : null,
    typeof option.defaultValue === 'boolean' || option.defaultValue === undefined
      ? null
      : `默认 ${String(option.defaultValue)}`,
  ].filter((extra) => extra !== null)
  return extras.length > 0 ? `${option.description}（${extras.join('，')}）` : option.description
}

/** Runs the command that the arguments ask for and gives its exit status. Throws FazhiError. */
export async function runCommand(argv: string[]): Promise<number> {
  let status: number = EXIT.ok
  const program = createProgram((result) => {
    status = result
  })
  if (argv.length === 0) {
    program.outputHelp({ error: true })
    return EXIT.usage
  }
  try {
    await program.parseAsync(argv, { from: 'user' })
    return status
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    const message = explainUsage(error, program, argv)
    if (message !== null) tell(`fazhi: ${message}`)
    return message === null ? EXIT.ok : EXIT.usage
  }
}
