/** A list of numbers of 32 bits that grows, at four bytes each. */
export interface Numbers {
  values: Uint32Array
  length: number
}

/** An empty list. @param room numbers it holds before it grows */
export const noNumbers = (room = 1024): Numbers => ({ values: new Uint32Array(room), length: 0 })

/** Adds a number at the end. */
export function push(list: Numbers, value: number): void {
  if (list.length === list.values.length) {
    const values = new Uint32Array(list.length * 2)
    values.set(list.values)
    list.values = values
  }
  list.values[list.length++] = value
}
