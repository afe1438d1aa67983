/** Options that several commands have, and how the values of options are read. */

import { InvalidArgumentError, Option } from 'commander'
import { ALL_KINDS } from '../generated/report.js'
import { MEGABYTE } from '../read/read.js'
import { LINT_DEFAULTS } from './lint-command.js'

/** A whole number from 0 on. Throws InvalidArgumentError, as the other readers do. */
export function wholeNumber(value: string): number {
  const number = Number(value)
  if (!/^\d+$/.test(value) || !Number.isSafeInteger(number)) throw new InvalidArgumentError('应为不小于 0 的整数')
  return number
}

/** A size above 0, written in megabytes, in bytes. */
export function megabytes(value: string): number {
  const number = Number(value)
  if (!/^\d+(?:\.\d+)?$/.test(value) || !(number > 0 && Number.isFinite(number)))
    throw new InvalidArgumentError('应为大于 0 的数（单位 MB）')
  return number * MEGABYTE
}

/** The year reported on. */
export function reportYear(value: string): number {
  const number = Number(value)
  if (!/^\d{4}$/.test(value) || number < 1990 || number > 2100)
    throw new InvalidArgumentError('应为 1990 至 2100 之间的年份，如 2025')
  return number
}

/** An ISO date of a day that exists. */
export function isoDate(value: string): string {
  const date = new Date(`${value}T00:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || Number.isNaN(date.getTime()) || !date.toISOString().startsWith(value))
    throw new InvalidArgumentError('应为日期，如 2026-03-05')
  return value
}

/** @param unsaid what holds without it */
export const kindOption = (unsaid = '不写则自动判断'): Option =>
  new Option('--kind <类别>', `机关类别：government 政府、department 部门、township 乡镇街道（${unsaid}）`).choices(
    ALL_KINDS,
  )
export const schemaOption = (): Option =>
  new Option('--schema <文件>', '本地补充要求（JSON Schema），叠加在内置要求之上')
export const sizeOption = (): Option =>
  new Option('--max-size <MB>', '单个文件的大小上限')
    .argParser(megabytes)
    .default(LINT_DEFAULTS.maxSize, String(LINT_DEFAULTS.maxSize / MEGABYTE))
export const nameOption = (): Option =>
  new Option('--stdin-name <名称>', '标准输入的名称和格式，如 年报.txt（不写则看内容判断）')
export const outOption = (what: string): Option => new Option('-o, --output <文件>', what)
export const profileOption = (): Option =>
  new Option('--docx-profile <文件>', 'Word 的版式（YAML 或 JSON）；不写则按国标 GB/T 9704—2012')
export const verboseOption = (): Option =>
  new Option('--verbose', '显示没有计入正文的内容：网页的导航、页眉页脚、隐藏文字')
export const configOption = (): Option =>
  new Option('--config <文件>', '配置文件；不写则从草稿所在目录逐级向上找 .fazhirc.json 或 .fazhirc.yaml').default(
    LINT_DEFAULTS.config,
    '自动查找',
  )
export const noConfigOption = (): Option => new Option('--no-config', '不用任何配置文件')
export const placeOption = (): Option =>
  new Option('--place <省或市>', '当地另有时限的，写明省或市，如 安徽；多一条提示')
export const jobsOption = (): Option =>
  new Option('--jobs <数量>', '同时使用的进程数，默认按文件多少和格式决定').argParser(wholeNumber)
/** Takes several files; commander sees that of `...` alone. */
export const fromOption = (): Option =>
  Object.assign(new Option('--from <文件…>', '汇总 lint --stdin-ndjson 的结果，不再读报告；- 表示标准输入'), {
    variadic: true,
  })
export const forceOption = (): Option => new Option('--force', '允许覆盖已有的文件')
