import { Command, CommanderError, type Option } from 'commander'
import { tool } from '../generated/tool.js'
import { displayWidth, wrap } from '../output/width.js'
import { addCommands } from './commands.js'
import { EXIT } from './exit.js'
import { tell } from './terminal.js'
import { explainUsage } from './usage.js'

/** What commander heads the parts of its help with. */
const TITLES: Record<string, string> = {
  'Usage:': '用法：',
  'Options:': '选项：',
  'Arguments:': '参数：',
  'Commands:': '命令：',
}

/** The program without commands: everything it says by itself is Chinese, and what it throws is told by us. */
function createProgram(): Command {
  return new Command('fazhi')
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
}

/** What an option does, with the choices that this leaves out and what holds without it. */
function describe(option: Option): string {
  const extras = [
    option.argChoices?.some((choice) => !option.description.includes(choice))
      ? `可选 ${option.argChoices?.join('、')}`
      : null,
    typeof option.defaultValue === 'boolean' || option.defaultValue === undefined
      ? null
      : `默认 ${option.defaultValueDescription ?? String(option.defaultValue)}`,
  ].filter((extra) => extra !== null)
  return extras.length > 0 ? `${option.description}（${extras.join('，')}）` : option.description
}

/** Runs the command that the arguments ask for and gives its exit status. Throws FazhiError. */
export async function runCommand(argv: string[]): Promise<number> {
  let status: number = EXIT.ok
  const program = createProgram()
  addCommands(program, (result) => {
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
