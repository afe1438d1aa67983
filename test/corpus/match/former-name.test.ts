import { describe, expect, it } from 'vitest'
import { formerName } from '../../../src/corpus/match/former-name.js'
import type { ReportSummary } from '../../../src/finding.js'

const report = (issuer: string | null, signature: string | null = issuer): ReportSummary => ({
  ...{ title: null, issuer, kind: null, year: 2025, publishedOn: null, signedOn: null, signature, addressee: null },
  sections: {},
})

const nameIn = (name: string, aliases: string[], issuer: string | null, signature?: string | null): string | null =>
  formerName({ unit: { name, kind: null, parent: null, aliases }, report: report(issuer, signature) })

const TOWN = '蓼川县望榆镇人民政府'

describe('the former name of a unit', () => {
  it('is what a report calls it by an alias that is no short form', () => {
    expect(nameIn(TOWN, ['望榆镇', '榆口乡'], '蓼川县榆口乡人民政府')).toBe('蓼川县榆口乡人民政府')
    expect(nameIn(TOWN, ['榆口乡'], TOWN, '榆口乡人民政府')).toBe('榆口乡人民政府')
    expect(nameIn('云溪县水利局', ['水利局', '云溪县水务局'], '云溪县水务局')).toBe('云溪县水务局')
  })

  it('is not told where the report uses the name of the roster, in full or in short', () => {
    expect(nameIn(TOWN, ['望榆镇', '榆口乡'], TOWN)).toBeNull()
    expect(nameIn(TOWN, ['望榆镇', '榆口乡'], '望榆镇人民政府')).toBeNull()
    expect(nameIn('云溪县卫生健康委员会', ['县卫健委', '卫健委'], '云溪县卫健委')).toBeNull()
    expect(nameIn('云溪县市场监督管理局', ['市场监管局'], '云溪县市场监管局')).toBeNull()
    expect(nameIn('鹤浔市生态环境局蓼川县分局', ['生态环境分局'], '蓼川县生态环境分局')).toBeNull()
    expect(nameIn('蓼川经济开发区管理委员会', ['经开区', '经开区管委会'], '蓼川经开区管委会')).toBeNull()
  })

  it('is not guessed at from names that no alias has', () => {
    expect(nameIn(TOWN, [], '蓼川县榆口乡人民政府')).toBeNull()
    expect(nameIn(TOWN, ['榆口乡'], null, null)).toBeNull()
    expect(nameIn(TOWN, ['榆口乡'], '蓼川县司法局')).toBeNull()
  })
})
