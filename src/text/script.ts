/** Traditional characters. */

import { Converter } from 'opencc-js/t2cn'

/** Traditional characters of the text with their simplified forms: 懷化 → 怀化. Characters alike in both are left out. */
export function simplifiedForms(text: string): Record<string, string> {
  const convert = Converter({ from: 't', to: 'cn' })
  const forms: Record<string, string> = {}
  for (const char of new Set(text.match(/[\u3400-\u9fff]/g))) {
    const simplified = convert(char)
    if (simplified !== char && simplified.length === 1) forms[char] = simplified
  }
  return forms
}
