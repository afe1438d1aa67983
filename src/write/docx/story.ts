import type { Definition, FootnoteDefinition, Root } from 'mdast'
import type { Measures, Profile } from './profile.js'

/** A list of Word's: its marks, and where its numbers begin. */
export interface NumberedList {
  ordered: boolean
  start: number
}

/** What the text of a document refers to, gathered while it is written. */
export interface Story {
  profile: Profile
  measures: Measures
  /** Texts of comments, by their place here. */
  comments: string[]
  /** Notes at the foot of a page in the order referred to, by their place here. */
  notes: FootnoteDefinition[]
  lists: NumberedList[]
  /** Addresses linked to, by their place here. */
  links: string[]
  definitions: Map<string, Definition>
  noteDefinitions: Map<string, FootnoteDefinition>
}

/** The story of a tree whose text is still to be written. */
export function storyOf(root: Root, profile: Profile, measures: Measures): Story {
  const of = <Type extends Definition | FootnoteDefinition>(type: Type['type']): Map<string, Type> =>
    new Map(
      root.children.filter((node): node is never => node.type === type).map((node: Type) => [node.identifier, node]),
    )
  return {
    profile,
    measures,
    comments: [],
    notes: [],
    lists: [],
    links: [],
    definitions: of<Definition>('definition'),
    noteDefinitions: of<FootnoteDefinition>('footnoteDefinition'),
  }
}

/** First identifier of a link among the relationships of the main part; the others number the parts. */
export const FIRST_LINK = 100

/** First identifier of a footnote; Word keeps those below for the lines that part notes from text. */
export const FIRST_NOTE = 1
