import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { INDICATORS } from '../../../src/corpus/indicators/vocabulary.js'
import { figuresIn } from '../../../src/text/figures.js'
import { figuresOf } from './drafts.js'

const read = (name: string): object => JSON.parse(readFileSync(`schemas/${name}`, 'utf8'))

const listsOf = (indicator: (typeof INDICATORS)[number]): string[] =>
  (['forms', 'roles', 'weak', 'traps', 'zero', 'notApplicable'] as const).flatMap((list) => indicator[list] ?? [])

describe('the vocabulary', () => {
  it('is what its schema describes', () => {
    const ajv = new Ajv2020({ allErrors: true })
    formats.default(ajv)
    const validate = ajv.compile(read('indicators.schema.json'))
    validate(read('indicators.json'))
    expect(validate.errors).toBeNull()
  })

  it('names no indicator twice', () => {
    for (const name of ['key', 'label'] as const)
      expect(new Set(INDICATORS.map((indicator) => indicator[name])).size).toBe(INDICATORS.length)
  })

  it('repeats nothing without bound, so that no text takes long', () => {
    for (const indicator of INDICATORS)
      expect(listsOf(indicator).filter((form) => /[*+]|\{\d+,\}/.test(form))).toEqual([])
  })

  it('writes full-width marks as escapes', () => {
    for (const indicator of INDICATORS)
      expect(listsOf(indicator).filter((form) => /[\uff0c\uff1a\uff1b\uff08\uff09]/.test(form))).toEqual([])
  })

  it.each(INDICATORS.map((indicator) => [indicator.label, indicator] as const))(
    'finds its own example: %s',
    async (label, { example, kinds, units }) => {
      const issuer = kinds.includes('township') ? '云溪县石桥镇人民政府' : '云溪县人民政府'
      const [figure] = figuresIn(example)
      expect(units).toContain(figure?.unit)
      const found = await figuresOf(`办理人大代表建议和政协提案。全县人民调解组织得力。\n\n${example}。`, { issuer })
      expect(found.some((each) => each.startsWith(`${label} ${figure?.value}`))).toBe(true)
    },
  )
})
