import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { complaintOf, fazhi, folderWith } from './cli.js'

const REPORT = `# 石桥镇人民政府2025年法治政府建设年度报告

## 一、主要举措和成效

全年办理行政处罚案件34件，未发生行政复议案件。

## 二、存在的不足和原因

执法力量不足，原因是编制少。
`

const validate = new Ajv2020().compile(JSON.parse(readFileSync('schemas/indicators-output.schema.json', 'utf8')))

describe('extract', () => {
  it('prints a table, a row a figure, and one for what does not apply', () => {
    const cwd = folderWith({ '年报.md': REPORT })
    expect(fazhi(['extract', '年报.md'], { cwd })).toEqual({
      status: 0,
      stderr: '',
      stdout:
        '\ufeff文件,单位,类别,年度,指标,状态,数值,计量单位,限定,行,原句\r\n' +
        '年报.md,石桥镇人民政府,乡镇街道,2025,行政处罚,已写,34,件,,5,全年办理行政处罚案件34件，未发生行政复议案件。\r\n' +
        '年报.md,石桥镇人民政府,乡镇街道,2025,行政复议收,已写,0,件,,5,全年办理行政处罚案件34件，未发生行政复议案件。\r\n' +
        '年报.md,石桥镇人民政府,乡镇街道,2025,行政复议结,不适用,,,,,\r\n' +
        '年报.md,石桥镇人民政府,乡镇街道,2025,法治督察,不适用,,,,,\r\n',
    })
  })

  it('writes JSON as its schema describes, of folders and patterns too', () => {
    const run = fazhi(['extract', resolve('seeds/county'), '--to', 'json'])
    const output = JSON.parse(run.stdout)
    validate(output)
    expect(validate.errors).toBeNull()
    expect(output.files.length).toBeGreaterThan(20)
    const figures = output.files.flatMap((file: { figures: object[] }) => file.figures)
    expect(figures).toContainEqual(expect.objectContaining({ indicator: 'licences', label: '行政许可', value: null }))
  })

  it('reads standard input', () => {
    const run = fazhi(['extract', '-', '--stdin-name', '年报.md'], { input: REPORT })
    expect(run.stdout).toContain('年报.md,石桥镇人民政府,')
  })

  it('writes what the name of the file promises, and nothing over what exists', () => {
    const cwd = folderWith({ '年报.md': REPORT, '有.csv': '旧' })
    expect(fazhi(['extract', '年报.md', '-o', '指标.json'], { cwd }).status).toBe(0)
    expect(JSON.parse(readFileSync(join(cwd, '指标.json'), 'utf8')).files).toHaveLength(1)
    expect(complaintOf(fazhi(['extract', '年报.md', '-o', '有.csv'], { cwd }))).toContain('已经存在，没有覆盖')
    expect(readFileSync(join(cwd, '有.csv'), 'utf8')).toBe('旧')
    expect(fazhi(['extract', '年报.md', '-o', '有.csv', '--force'], { cwd }).status).toBe(0)
    expect(readFileSync(join(cwd, '有.csv'), 'utf8')).toContain('行政处罚')
  })

  it('tells what cannot be read, goes on, and ends with status 2', () => {
    const cwd = folderWith({ 'a.md': REPORT, 'b.pdf': '%PDF-1.4' })
    const run = fazhi(['extract', 'b.pdf', 'missing.md', 'a.md'], { cwd })
    expect(run.status).toBe(2)
    expect(run.stderr).toContain('b.pdf：')
    expect(run.stderr).toContain('missing.md：找不到这个文件')
    expect(run.stdout).toContain('a.md,石桥镇人民政府,')
  })

  it('tells what is no report, which is no error', () => {
    const cwd = folderWith({ '通知.md': '# 关于报送报告的通知\n\n各乡镇：请于3月1日前报送。\n' })
    const run = fazhi(['extract', '通知.md', '--to', 'json'], { cwd })
    expect(run.status).toBe(0)
    expect(run.stderr).toContain('不像是法治政府建设年度报告，没有提取')
    expect(JSON.parse(run.stdout).files[0].error.code).toBe('not-a-report')
  })

  it.each([
    [['extract'], '请写明要提取的文件或目录'],
    [['extract', 'a.md', '-o', 'a.xlsx'], '只能写 .csv 和 .json'],
    [['extract', 'a.md', '-o', 'a.csv', '--to', 'json'], '矛盾'],
    [['extract', 'a.md', '--to', 'xlsx'], '可以写 csv、json'],
  ])('explains wrong usage: %j', (args, message) => {
    expect(complaintOf(fazhi(args))).toContain(message)
  })
})
