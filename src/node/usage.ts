import type { Command, CommanderError } from 'commander'

const HELP = '用 fazhi --help 查看用法'

/** Names in quotes in commander's English message. */
const quotedIn = (message: string): string[] => [...message.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '')

function suggestion(message: string): string {
  const guess = /Did you mean (?:one of )?([^?)]+)\?/.exec(message)?.[1]
  return guess ? `，是不是想写 ${guess.replaceAll(', ', '、')}？` : `。${HELP}`
}

/** A mistake on the command line in Chinese; `null` where help or version was asked for. */
export function explainUsage(
  { code, exitCode, message }: CommanderError,
  program: Command,
  argv: string[],
): string | null {
  const [first = '', second = ''] = quotedIn(message)
  switch (code) {
    case 'commander.helpDisplayed':
    case 'commander.version':
      return null
    case 'commander.help':
      return exitCode === 0 ? null : `没有“${argv[1]}”这个命令。${HELP}`
    case 'commander.unknownOption':
      return `没有“${first}”这个选项${suggestion(message)}`
    case 'commander.unknownCommand':
      return `没有“${first}”这个命令${suggestion(message)}`
    case 'commander.optionMissingArgument':
      return `选项 ${first} 后面要写值`
    case 'commander.conflictingOption': {
      const flag = (option: string): string => /--[\w-]+/.exec(option)?.[0] ?? option
      return `${flag(first)} 不能与 ${flag(second)} 同时使用`
    }
    case 'commander.missingArgument':
      return `缺少参数“${first}”。${HELP}`
    case 'commander.excessArguments':
      return `参数太多：${argv.slice(1).join(' ')}。${HELP}`
    case 'commander.invalidArgument': {
      const choices = /Allowed choices are (.*)\./.exec(message)?.[1]
      const reason = /is invalid\.\s*(.*)$/.exec(message)?.[1] ?? ''
      if (!choices) return `选项 ${first} 的值“${second}”不对：${reason}`
      return `选项 ${first} 不能写“${second}”，可以写 ${choices.replaceAll(', ', '、')}`
    }
    default:
      return `${message}（${program.name()}）。${HELP}`
  }
}
