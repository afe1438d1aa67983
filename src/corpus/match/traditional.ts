/** Characters that names of offices have in traditional script alone. */
const TRADITIONAL =
  /[縣區鎮鄉辦處開發員會農業財稅監環應體廣電視國資務實經濟計審災興衛險護維豐龍陽東長門馬魚鳥雲嶺漢寧臨遼濱灣]/

/** Traditional characters of the names with their simplified forms; the table of forms loads only where there are any. */
export async function variantsIn(names: Iterable<string>): Promise<Record<string, string>> {
  const traditional = [...names].filter((name) => TRADITIONAL.test(name)).join('')
  if (traditional === '') return {}
  const { simplifiedForms } = await import('../../text/script.js')
  return simplifiedForms(traditional)
}
