import { type AST, RegExpParser } from '@eslint-community/regexpp'

/** Units one of which stands in whatever a pattern matches. */
type Sign = string

/** More units than this tell nothing: most texts have one of them. */
const MOST = 60

const parser = new RegExpParser()

const unit = ({ value }: AST.Character): string => String.fromCodePoint(value)

function signOfClass({ negate, elements }: AST.CharacterClass): Sign[] {
  const units = elements.map((element) => (element.type === 'Character' ? unit(element) : null))
  return negate || units.includes(null) ? [] : [units.join('')]
}

/** One of several parts matches: the shortest sign of each, together. */
function signOfAlternatives(alternatives: AST.Alternative[]): Sign[] {
  const shortest = alternatives.map((each) => signsOfPart(each).sort((a, b) => a.length - b.length)[0])
  return shortest.includes(undefined) ? [] : [[...new Set(shortest.join(''))].join('')]
}

function signsOfPart(part: AST.Alternative | AST.Element): Sign[] {
  switch (part.type) {
    case 'Alternative':
      return part.elements.flatMap(signsOfPart)
    case 'Group':
    case 'CapturingGroup':
      return part.alternatives[1] ? signOfAlternatives(part.alternatives) : part.alternatives.flatMap(signsOfPart)
    case 'Quantifier':
      return part.min === 0 ? [] : signsOfPart(part.element)
    case 'Character':
      return [unit(part)]
    case 'CharacterClass':
      return signOfClass(part)
    default:
      return []
  }
}

/**
 * The signs of a pattern of the schemas: whatever it matches has a unit of each of them, so that a text without need not
 * be searched.
 * @param pattern in which `{year}` and `{next}` stand for years
 */
export function signsOf(pattern: string): Sign[] {
  const { alternatives } = parser.parsePattern(pattern.replaceAll(/\{(?:year|next)\}/g, '(?:)'))
  const signs = alternatives[1] ? signOfAlternatives(alternatives) : alternatives.flatMap(signsOfPart)
  return [...new Set(signs)].filter((sign) => sign.length <= MOST)
}
