/**
 * Filters and sorts the grid, of which five hundred rows show at a time, and follows the dots of the plots to it. Plain text, because the page's policy names its hash:
 * no build may rewrite it. Neither `<` nor `&` stands in it, so that the page stays well-formed.
 */
export const SCRIPT = `
'use strict'
const grid = document.querySelector('.grid')
const body = grid.tBodies[0]
const rows = [...body.rows]
const first = new Map(rows.map((row, i) => [row, i]))
const tools = document.querySelector('.tools')
const find = document.getElementById('find')
const state = document.getElementById('state')
const shown = document.getElementById('shown')
const more = document.getElementById('more')
const namesOf = (row) => (row.cells[1].textContent + ' ' + (row.dataset.also ?? '')).toLowerCase()

const step = 500
let limit = step

function filter() {
  const words = find.value.trim().toLowerCase()
  let fitting = 0
  for (const row of rows) {
    const isNamed = namesOf(row).includes(words)
    const fits = isNamed ? state.value === '' || row.dataset.is.split(' ').includes(state.value) : false
    if (fits) fitting += 1
    row.hidden = !fits || fitting > limit
  }
  const count = Math.min(fitting, limit)
  const all = '共 ' + rows.length + ' 家'
  const some = fitting === 0 ? '没有符合条件的单位' : '显示 ' + count + ' 家'
  shown.textContent = count === rows.length ? all : some + '，' + all
  // Its numbers are those of all units; a table without rows is but a narrow head.
  grid.tFoot.hidden = fitting !== rows.length
  grid.parentElement.hidden = fitting === 0
  more.hidden = count === fitting
}

function anew() {
  limit = step
  filter()
}

function show(row) {
  if (row.hidden) {
    state.value = ''
    find.value = rows.length > step ? row.cells[1].firstChild.data : ''
    anew()
  }
  row.scrollIntoView({ block: 'center' })
}

find.addEventListener('input', anew)
state.addEventListener('change', anew)
more.addEventListener('click', () => {
  limit += step
  filter()
})
tools.addEventListener('submit', (event) => {
  event.preventDefault()
  const top = rows.find((row) => !row.hidden)
  if (top) location.hash = top.id
})
addEventListener('beforeprint', () => {
  limit = Infinity
  filter()
})
addEventListener('afterprint', anew)

function follow() {
  const row = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (row?.parentElement === body) show(row)
}
addEventListener('hashchange', follow)

const words = new Intl.Collator('zh')
const ranks = ['error', 'warning', 'good', 'none']
const heads = [...grid.tHead.rows[0].cells]
const wide = (row) => [...row.cells].flatMap((cell) => Array(cell.colSpan).fill(cell))

/** What a cell is sorted by: a number, the date, the weight of its state, or its words. */
function keyOf(row, column) {
  const cell = wide(row)[column]
  const text = cell.textContent
  const time = cell.querySelector('time')
  if (time) return time.dateTime
  if (cell.classList.contains('number')) return text === '' ? -1 : Number(text)
  const rank = ranks.findIndex((each) => cell.classList.contains(each))
  return rank === -1 ? text : String(rank) + text
}

function sort(column, turn) {
  const keys = new Map(rows.map((row) => [row, keyOf(row, column)]))
  rows.sort((a, b) => {
    const [one, other] = [keys.get(a), keys.get(b)]
    const order = typeof one === 'number' ? one - other : words.compare(one, other)
    return turn * order || first.get(a) - first.get(b)
  })
  body.remove()
  body.append(...rows)
  grid.tHead.after(body)
  anew()
}

heads.forEach((head, column) => {
  if (head.classList.contains('slip')) return
  const button = document.createElement('button')
  button.type = 'button'
  button.append(...head.childNodes)
  head.append(button)
  button.addEventListener('click', () => {
    const before = head.getAttribute('aria-sort')
    const natural = head.classList.contains('number') ? (column === 0 ? 1 : -1) : 1
    const turn = before === null ? natural : before === 'ascending' ? -1 : 1
    for (const each of heads) each.removeAttribute('aria-sort')
    head.setAttribute('aria-sort', turn === 1 ? 'ascending' : 'descending')
    sort(column, turn)
  })
})

document.addEventListener('click', (event) => {
  const dot = event.target.closest('[data-unit]')
  if (dot) location.hash = 'unit-' + dot.dataset.unit
})

tools.hidden = false
filter()
follow()
`

/** SHA-256 of the script, base64. */
export const SCRIPT_HASH = 'hZkwU5Jd7SufHPvYW07DcXgIWyDVZtFYpnQUgAew8no='
