import type { Profile } from '../docx/profile.js'

/** 小四: what lets a table of five columns stay readable in 156 mm. */
const TABLE_SIZE = 12

/** The look of documents of a review: the profile's, with smaller type in tables. */
export function reviewLook(profile: Profile): Profile {
  const { table } = profile
  return table.size <= TABLE_SIZE ? profile : { ...profile, table: { ...table, size: TABLE_SIZE, pitch: null } }
}
