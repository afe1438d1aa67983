import { describe, expect, it } from 'vitest'
import { bodyOf, keysOf, mayBeSame, plainName } from '../../src/corpus/body.js'

const areOne = (a: string, b: string): boolean => {
  const [one, other] = [bodyOf(plainName(a)), bodyOf(plainName(b))]
  return keysOf(one).some((key) => keysOf(other).includes(key)) && mayBeSame(one, other)
}

describe('two names', () => {
  it.each([
    ['蓼川县人民政府', '县政府'],
    ['蓼川县人民政府', '中共蓼川县委'],
    ['蓼川县人民政府', '鹤浔市蓼川县人民政府'],
    ['四川省成都市青羊区司法局', '青羊区司法局'],
    ['蓼川县公安局', '县公安局党委'],
    ['蓼川县公安局', '公安局'],
    ['蓼川县公安局', '蓼川公安局'],
    ['鹤浔市生态环境局蓼川县分局', '蓼川县生态环境分局'],
    ['市公安局青禾分局', '青禾区公安局'],
    ['蓼川县卫生健康委员会', '县卫健委'],
    ['蓼川县发展和改革委员会', '蓼川县发改委'],
    ['蓼川县市场监督管理局', '市场监管局'],
    ['蓼川县青笠镇人民政府', '青笠镇'],
    ['蓼川县青笠镇人民政府', '中共青笠镇委员会'],
    ['蓼川县东济街道办事处', '东济街道党工委'],
    ['蓼川经济开发区管理委员会', '蓼川县经济开发区管委会'],
    ['县城市管理局', '蓼川县城市管理局'],
    ['蓼川县司法局', '蓼川县 司法局'],
    ['济南市市中区公安局', '市中区公安局'],
  ])('of one body are seen as such: %s, %s', (a, b) => {
    expect(areOne(a, b)).toBe(true)
  })

  it.each([
    ['蓼川县公安局', '鹤浔市公安局'],
    ['蓼川县公安局', '市公安局'],
    ['蓼川县公安局', '青禾县公安局'],
    ['蓼川县人民政府', '鹤浔市人民政府'],
    ['蓼川县人民政府', '蓼川县人民政府办公室'],
    ['蓼川县青笠镇人民政府', '蓼川县青笠镇司法所'],
    ['蓼川县教育局', '蓼川县体育局'],
    ['蓼川县自然资源局', '蓼川县自然资源和规划局'],
    ['青笠镇人民政府', '青笠乡人民政府'],
    ['市场监督管理局', '城市管理局'],
  ])('of two bodies are kept apart: %s, %s', (a, b) => {
    expect(areOne(a, b)).toBe(false)
  })

  it('are compared in half-width simplified characters', () => {
    expect(plainName('蓼川縣　公安局（本級）', { 縣: '县', 級: '级' })).toBe('蓼川县公安局(本级)')
  })
})
