import { type Command, Option } from 'commander'
import type { ConvertOptions } from './convert-command.js'
import type { ExtractOptions } from './extract-command.js'
import { FORMATS } from './forms.js'
import { LINT_DEFAULTS, type LintOptions, lintCommand } from './lint-command.js'
import type { NewOptions } from './new-command.js'
import {
  configOption,
  forceOption,
  fromOption,
  isoDate,
  jobsOption,
  kindOption,
  nameOption,
  noConfigOption,
  outOption,
  placeOption,
  profileOption,
  reportYear,
  schemaOption,
  sizeOption,
  verboseOption,
  wholeNumber,
} from './options.js'
import type { PageOptions } from './page-command.js'
import type { ReviewOptions } from './review/review-command.js'
import type { RulesOptions } from './rules-command.js'
import type { Written } from './written.js'

/** Told the exit status of the command that was run. */
type Finish = (status: number) => void

/** The list of `written.ts`, which loads only with the commands that write. */
const WRITTEN: Written[] = ['md', 'docx', 'html', 'json']

const examples = (...commands: string[]): string => `\n例子：\n${commands.map((each) => `  ${each}`).join('\n')}`

function addLint(program: Command, finish: Finish): void {
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
}

function addNew(program: Command, finish: Finish): void {
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
    .action(async (options: NewOptions) => {
      const { newCommand } = await import('./new-command.js')
      finish(await newCommand(options))
    })
}

function addConvert(program: Command, finish: Finish): void {
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
    .action(async (paths: string[], options: ConvertOptions) => {
      const { convertCommand } = await import('./convert-command.js')
      finish(await convertCommand(paths, options))
    })
}

function addReview(program: Command, finish: Finish): void {
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
    .addOption(new Option('--previous <文件夹>', '上一次审核的结果：对照哪些问题已改正、仍在、新增'))
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
}

function addExtract(program: Command, finish: Finish): void {
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
    .action(async (paths: string[], options: ExtractOptions) => {
      const { extractCommand } = await import('./extract-command.js')
      finish(await extractCommand(paths, options))
    })
}

function addPage(program: Command, finish: Finish): void {
  program
    .command('page')
    .description('写出网页版：一个文件，双击用浏览器打开，不装软件、不联网就能检查')
    .usage('[选项]')
    .addOption(outOption('写入文件，不写则为当前目录的 fazhi.html'))
    .addOption(new Option('--open', '用浏览器打开；没有写 -o 时打开程序自带的那一份'))
    .addOption(forceOption())
    .action(async (options: PageOptions) => {
      const { pageCommand } = await import('./page-command.js')
      finish(await pageCommand(options))
    })
}

function addRules(program: Command, finish: Finish): void {
  program
    .command('rules')
    .description('列出检查规则；写规则名则显示它的道理、依据和正误例子')
    .usage('[选项] [规则名]')
    .argument('[规则名]')
    .addOption(new Option('-f, --format <格式>', '输出格式').choices(['pretty', 'json']).default('pretty'))
    .addOption(kindOption('不写则列各类共有的'))
    .addOption(schemaOption())
    .action(async (name: string | undefined, options: RulesOptions) => {
      const { rulesCommand } = await import('./rules-command.js')
      finish(await rulesCommand(name, options))
    })
}

/** Adds every command, in the order of the help. What a command needs beyond its options loads when it is run. */
export function addCommands(program: Command, finish: Finish): void {
  addLint(program, finish)
  addNew(program, finish)
  addConvert(program, finish)
  addReview(program, finish)
  addExtract(program, finish)
  addPage(program, finish)
  addRules(program, finish)
}
