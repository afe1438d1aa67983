import { describe, expect, it } from 'vitest'
import { simplifiedForms } from '../../src/text/script.js'

describe('simplifiedForms', () => {
  it('maps each traditional character to its simplified form', () => {
    expect(simplifiedForms('懷化市法治政府建設報告')).toEqual({ 懷: '怀', 設: '设', 報: '报' })
  })

  it('is empty for simplified text', () => {
    expect(simplifiedForms('怀化市法治政府建设报告')).toEqual({})
  })
})
